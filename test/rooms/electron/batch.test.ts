import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServices } from '../../../main/create-services';
import type { Desktop } from '../../../main/electron/ipc/desktop';
import { AppError } from '../../../shared/errors/app-error';
import { BatchOptions, type BatchSource } from '../../../shared/profiles/batch-view';
import { makePublisher } from '../../support/publisher';
import { temporaryFolder } from '../../support/temporary-folder';
import { startInNode } from '../../unit/electron/app-in-node';
import { homeOfItsOwn } from '../cli/run';

let home: ReturnType<typeof homeOfItsOwn>;
const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  home = homeOfItsOwn();
  const { certificate, key } = makePublisher({ name: 'Contoso IT' });
  const pem = key.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(at('publisher.pem'), `${certificate.toString()}\n${String(pem)}`);
  writeFileSync(
    at('vms.csv'),
    Buffer.from('vm;user\nready-01;ada@x.y\nfin-app-01;andré@x.y\nnobody;ada@x.y\n', 'latin1'),
  );
});
afterAll(() => {
  home.remove();
});

const desktop: Partial<Desktop> = {
  askForFile: async (kind) => at(kind === 'list' ? 'vms.csv' : 'publisher.pem'),
  askForFolder: async () => at('out'),
};

function room(answers: Partial<Desktop> = {}) {
  const { api, bugs } = startInNode({
    real: () => createServices({ demo: true }),
    desktop: { ...desktop, ...answers },
  });
  return { batch: api.batch, library: api.library, bugs };
}

const chosen = async (batch: ReturnType<typeof room>['batch']): Promise<BatchSource> => {
  const source = await batch.chooseCsv();
  if (!source) throw new Error('Nothing was chosen.');
  return source;
};

it('reads a list, plans it, shows a file of it and writes them signed, with progress', async () => {
  const { batch, library, bugs } = room();
  const source = await chosen(batch);
  const plan = await batch.plan({ runId: 'p', source, options: BatchOptions.parse({}) });
  expect(plan).toMatchObject({
    total: 3,
    ready: 2,
    problems: 1,
    users: 2,
    dialogs: [{ template: null, templates: [], asks: [], files: 2 }],
    notes: [expect.stringContaining('Windows-1252'), expect.stringContaining('a semicolon')],
  });
  expect(plan.rows.map(({ line }) => line)).toEqual([4, 2, 3]);
  const view = await batch.preview({ planId: plan.id, line: 3 });
  expect(view).toMatchObject({ name: 'fin-app-01.rdp', leadsTo: { username: 'andré@x.y' } });
  await expect(batch.preview({ planId: plan.id, line: 4 })).rejects.toThrow(
    'No virtual machine is called nobody',
  );

  const steps: number[] = [];
  const stop = batch.onProgress(({ done }) => steps.push(done));
  const summary = await batch.run({ runId: 'r', planId: plan.id, isSigned: true, isKept: true });
  stop();
  expect(summary).toMatchObject({
    written: 2,
    failed: 1,
    signed: true,
    wasCancelled: false,
    manifest: at('out/manifest.csv'),
  });
  expect(steps.at(-1)).toBe(3);
  expect(readdirSync(at('out/andré@x.y'))).toEqual(['fin-app-01.rdp']);
  expect(readFileSync(at('out/ada@x.y/ready-01.rdp'), 'utf16le')).toContain('signature:s:');
  const kept = (await library.read()).profiles.map(({ username, files }) => ({ username, files }));
  expect(kept.toSorted((a, b) => String(a.username).localeCompare(String(b.username)))).toEqual([
    { username: 'ada@x.y', files: ['web-account'] },
    { username: 'andré@x.y', files: ['web-account'] },
  ]);
  expect(bugs).toEqual([]);
});

it('writes nothing when the person changes their mind, at any question', async () => {
  const options = BatchOptions.parse({});
  expect(await room({ askForFile: async () => null }).batch.chooseCsv()).toBeNull();
  for (const answers of [
    { askForFolder: async () => null },
    { askForFile: async (kind: string) => (kind === 'list' ? at('vms.csv') : null) },
  ]) {
    const { batch } = room({ askForFolder: async () => at('never'), ...answers });
    const { id: planId } = await batch.plan({ runId: 'p', source: await chosen(batch), options });
    expect(await batch.run({ runId: 'r', planId, isSigned: true, isKept: true })).toBeNull();
  }
  expect(readdirSync(folder)).not.toContain('never');
});

it('knows the last plan alone, and says what is wrong with a list', async () => {
  const { batch } = room();
  const options = BatchOptions.parse({});
  const first = await batch.plan({ runId: 'p', source: await chosen(batch), options });
  await batch.plan({
    runId: 'p',
    source: { kind: 'filter', filter: "tags.department == 'finance'" },
    options,
  });
  await expect(batch.run({ runId: 'r', planId: first.id, isSigned: false, isKept: false })).rejects.toThrow(
    'Another list',
  );
  const bad: BatchSource = { kind: 'csv', name: 'a.csv', text: 'vm,usr\na,b' };
  await expect(batch.plan({ runId: 'p', source: bad, options })).rejects.toMatchObject({
    code: 'invalid-request',
    help: 'profiles-list',
  } satisfies Partial<AppError>);
});
