import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Inventory } from '../../../main/azure/inventory';
import { keepingLastList } from '../../../main/last-list/keeping-last-list';
import { lastListOf } from '../../../main/last-list/last-list';
import { growList } from '../../../main/last-list/last-list-file';
import { type LastLists, type ListOwner, openLastLists } from '../../../main/last-list/last-lists';
import { headLine, mostVms, rowLines } from '../../../shared/azure/last-list';
import type { PartialListing, VmSummary } from '../../../shared/azure/virtual-machine';
import { AppError } from '../../../shared/errors/app-error';
import { contosoVms, manyVms, sampleVm } from '../../support/sample-vms';
import { temporaryFolder } from '../../support/temporary-folder';

const signal = new AbortController().signal;
const ada: ListOwner = { username: 'ada@contoso.example', tenantId: 'contoso' };
const lin: ListOwner = { username: 'lin@contoso.example', tenantId: 'contoso' };
const asOf = '2026-11-26T14:03:00.000Z';
const missing = (scope: string): PartialListing => ({
  scope,
  name: null,
  because: 'It could not be reached.',
});

let root: string;
let folder: string;
let notes: string[];
let lists: LastLists;
beforeEach(() => {
  root = temporaryFolder();
  folder = join(root, 'last-lists', 'global-none');
  notes = [];
  lists = openLastLists(folder, (message) => void notes.push(message));
});

async function save(
  owner: ListOwner,
  vms: readonly VmSummary[],
  end: { asOf?: string; partial?: PartialListing[] } = {},
): Promise<void> {
  const growing = growList();
  for (let from = 0; from < vms.length; from += 1000) growing.add(vms.slice(from, from + 1000));
  lists.keep(owner, growing, { asOf, partial: [], ...end });
  await lists.settled();
}

async function read(owner: ListOwner | null = ada) {
  const vms: VmSummary[] = [];
  const head = await lists.read(owner, (some) => void vms.push(...some), signal);
  return head && { ...head, vms };
}

const fileOf = () => join(folder, readdirSync(folder)[0] ?? '');
const names = (vms: readonly VmSummary[] = []) => vms.map(({ name }) => name);

describe('a list that is saved', () => {
  it('is read as it was, with its age and its owner', async () => {
    await save(ada, contosoVms, { partial: [missing('sub-2')] });
    expect(await read()).toEqual({
      asOf,
      ...ada,
      total: contosoVms.length,
      partial: [missing('sub-2')],
      vms: contosoVms,
    });
    expect(await lists.head(ada)).toMatchObject({ asOf, total: contosoVms.length });
  });

  it('may be of fifty thousand VMs, in a file of two megabytes at most', async () => {
    const vms = manyVms(50_000);
    await save(ada, vms);
    expect((await read())?.vms).toEqual(vms);
    expect(statSync(fileOf()).size).toBeLessThan(2_000_000);
  });

  it('may be empty', async () => {
    await save(ada, []);
    expect(await read()).toMatchObject({ total: 0, vms: [] });
  });

  it('is for its owner alone, and one for each account', async () => {
    await save(ada, contosoVms);
    await save(lin, [sampleVm('ready-01')]);
    expect(statSync(fileOf()).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(names((await read(lin))?.vms)).toEqual(['ready-01']);
    expect(await read({ ...ada, tenantId: 'fabrikam' })).toBeNull();
  });

  it('holds the owner’s name and nothing else of the sign-in', async () => {
    await save({ ...ada, ...{ token: 'secret' } }, [sampleVm('ready-01')]);
    const [first = ''] = gunzipSync(readFileSync(fileOf())).toString().split('\n');
    expect(Object.keys(JSON.parse(first) as object).toSorted()).toEqual([
      'asOf',
      'format',
      'partial',
      'tenantId',
      'total',
      'username',
      'version',
    ]);
  });

  it('is that of whoever came last, where nobody is signed in', async () => {
    await save(ada, contosoVms);
    utimesSync(fileOf(), new Date(0), new Date(0));
    await save(lin, [sampleVm('ready-01')]);
    expect(await read(null)).toMatchObject({ username: lin.username });
  });

  it('gives way to newer ones, so that ten stay', async () => {
    for (let each = 0; each < 12; each++) await save({ ...ada, tenantId: `tenant-${each}` }, []);
    expect(readdirSync(folder)).toHaveLength(10);
    expect(await read({ ...ada, tenantId: 'tenant-11' })).not.toBeNull();
  });
});

describe('a list that misses parts', () => {
  it('does not take the place of a fuller one', async () => {
    await save(ada, contosoVms);
    await save(ada, [sampleVm('ready-01')], { partial: [missing('sub-2')] });
    expect((await read())?.vms).toHaveLength(contosoVms.length);
  });

  it('does where the saved one missed the same', async () => {
    await save(ada, contosoVms, { partial: [missing('sub-2'), missing('sub-3')] });
    await save(ada, [sampleVm('ready-01')], { partial: [missing('sub-2')] });
    expect(names((await read())?.vms)).toEqual(['ready-01']);
  });

  it('does after a week', async () => {
    await save(ada, contosoVms);
    await save(ada, [sampleVm('ready-01')], {
      asOf: '2026-12-04T14:03:00.000Z',
      partial: [missing('sub-2')],
    });
    expect(names((await read())?.vms)).toEqual(['ready-01']);
  });
});

describe('a file that cannot be used', () => {
  const head = { asOf, ...ada, total: 1, partial: [] };
  const good = headLine(head) + rowLines([sampleVm('ready-01')]);
  it.each([
    ['nothing', Buffer.alloc(0), /damaged/],
    ['no pressed text', Buffer.from(good), /damaged/],
    ['cut off', gzipSync(good).subarray(0, -12), /damaged/],
    ['a bit fell over', Buffer.concat([gzipSync(good).subarray(0, -8), Buffer.alloc(8)]), /damaged/],
    ['a newer version’s', gzipSync(good.replace('"version":1', '"version":9')), /newer Entra RDP/],
    ['a row too few', gzipSync(headLine({ ...head, total: 2 }) + rowLines([sampleVm('a')])), /not whole/],
    ['a row too many', gzipSync(headLine(head) + rowLines(manyVms(300))), /not whole/],
    ['no line’s end', gzipSync(good.trimEnd()), /not whole/],
    ['a line without an end', gzipSync(headLine(head) + 'x'.repeat(5_000_000)), /damaged/],
    ['something else', gzipSync('{"settings":true}\n'), /no saved list/],
  ])('%s', async (_, bytes, sentence) => {
    await save(ada, contosoVms);
    writeFileSync(fileOf(), bytes);
    await expect(read()).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(sentence),
    });
    expect(notes).toEqual([expect.stringContaining('was not used')]);
    await save(ada, contosoVms);
    expect((await read())?.total).toBe(contosoVms.length);
  });

  it('is a folder', async () => {
    await save(ada, []);
    const file = fileOf();
    rmSync(file);
    mkdirSync(file);
    await expect(read()).rejects.toMatchObject({ code: 'unreadable' });
  });
});

it('does not keep a list that is too long', async () => {
  const growing = growList();
  const page = manyVms(1000);
  for (let each = 0; each * page.length <= mostVms; each++) growing.add(page);
  lists.keep(ada, growing, { asOf, partial: [] });
  await lists.settled();
  expect([await read(), notes]).toEqual([null, []]);
});

it('says where nothing can be written, and goes on', async () => {
  writeFileSync(join(root, 'last-lists'), 'in the way');
  await save(ada, contosoVms);
  expect(notes).toEqual(['The last list of VMs could not be saved.']);
});

it('forgets all of them, one that is on its way to the disk too', async () => {
  const growing = growList();
  growing.add(contosoVms);
  await save(lin, []);
  lists.keep(ada, growing, { asOf, partial: [] });
  await lists.forget();
  expect(existsSync(folder)).toBe(false);
});

it('stops reading when its caller gives up', async () => {
  await save(ada, manyVms(2000));
  const controller = new AbortController();
  const reading = lists.read(ada, () => controller.abort(), controller.signal);
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
});

describe('of an inventory', () => {
  const listing = (list: Inventory['list']): Inventory => ({
    list,
    find: () => Promise.reject(new Error('not asked')),
    forProfiles: () => Promise.reject(new Error('not asked')),
  });
  const keeping = (list: Inventory['list']) => keepingLastList(listing(list), lists, async () => ada);

  it('every list that comes to its end is saved', async () => {
    const pages: number[] = [];
    await keeping(async (onPage) => {
      onPage(contosoVms, contosoVms.length, contosoVms.length);
      return { asOf, total: contosoVms.length, partial: [] };
    }).list((vms) => void pages.push(vms.length), signal);
    await lists.settled();
    expect([pages, (await read())?.vms]).toEqual([[contosoVms.length], contosoVms]);
  });

  it('one that breaks off leaves the saved one as it is', async () => {
    await save(ada, contosoVms);
    const broken = keeping((onPage) => {
      onPage([sampleVm('ready-01')], 1, 2);
      return Promise.reject(new AppError('unreachable', 'Azure could not be reached.'));
    });
    await expect(broken.list(() => {}, signal)).rejects.toMatchObject({ code: 'unreachable' });
    await lists.settled();
    expect((await read())?.total).toBe(contosoVms.length);
  });
});

describe('one VM of the last list', () => {
  const lastList = () => lastListOf(lists, async () => ada);

  it.each([
    ['its name', 'ready-long-resource-name-02'],
    ['its computer name, in any case', 'Ready-02'],
  ])('is found by %s', async (_, name) => {
    await save(ada, contosoVms);
    expect(await lastList().called(name, signal)).toMatchObject({ asOf, vm: { computerName: 'READY-02' } });
  });

  it('is found by its id', async () => {
    await save(ada, contosoVms);
    const id = sampleVm('READY-01').id;
    expect((await lastList().of(id, signal))?.vm.name).toBe('ready-01');
    expect(await lastList().of(sampleVm('nobody').id, signal)).toBeNull();
  });

  it('must be the only one of its name', async () => {
    await save(ada, [sampleVm('a', { computerName: 'TWICE' }), sampleVm('b', { computerName: 'TWICE' })]);
    await expect(lastList().called('twice', signal)).rejects.toMatchObject({ code: 'ambiguous' });
  });

  it('is nobody where no list was saved', async () => {
    expect(await lastList().called('ready-01', signal)).toBeNull();
  });
});
