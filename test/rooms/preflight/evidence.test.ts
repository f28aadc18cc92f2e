import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEvidence, saveEvidence } from '../../../main/preflight/evidence-file';
import { runPreflight } from '../../../main/preflight/run-preflight';
import { AppError } from '../../../shared/errors/app-error';
import { causes } from '../../../shared/preflight/causes';
import { type Evidence, evidenceOf, judgeEvidence, parseEvidence } from '../../../shared/preflight/evidence';
import { checks } from '../../../shared/preflight/registry';
import type { Report } from '../../../shared/preflight/report';
import { demoWorld, vmCalled } from '../../support/demo-world';
import { temporaryFolder } from '../../support/temporary-folder';
import { startContoso } from '../demo/support';

let folder: string;
let evidence: Evidence;
let report: Report;
beforeAll(async () => {
  folder = temporaryFolder();
  const demo = await startContoso();
  const world = await demoWorld(demo, 'ada@contoso.example', { vmId: vmCalled(demo, 'role-eligible-01') });
  const subject = { vmId: world.question.vmId, name: 'role-eligible-01' };
  const circumstances = { baseline: 'article', now: '2026-11-22T12:00:00.000Z' } as const;
  const run = await runPreflight({ subject, world, checks, causes, circumstances, logBug: () => undefined });
  report = run.report;
  evidence = evidenceOf(subject, run.gathered, circumstances);
  await demo.close();
});

it('is judged again, elsewhere and later, as it was judged at first', async () => {
  const file = join(folder, 'evidence.json');
  await saveEvidence(file, evidence);
  const loaded = await loadEvidence(file);
  expect(loaded).toEqual(JSON.parse(JSON.stringify(evidence)));
  expect(judgeEvidence(loaded, checks, causes)).toEqual(report);
});

it('may be judged by another baseline', () => {
  expect(judgeEvidence(evidence, checks, causes, '2025-12').baseline).toBe('2025-12');
});

it('is for its owner alone', async () => {
  const file = join(folder, 'private.json');
  await saveEvidence(file, evidence);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

it('holds no token', async () => {
  expect(JSON.stringify(evidence)).not.toMatch(/eyJ[\w-]{10,}/);
});

describe('a file that', () => {
  const text = (change: object) => JSON.stringify({ ...evidence, ...change });
  const failureOf = (content: string): AppError => {
    try {
      parseEvidence(content);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
    throw new Error('it was read');
  };

  it.each([
    ['is cut off', () => text({}).slice(0, 500), 'cut off'],
    ['is empty', () => '', 'cut off'],
    ['is something else', () => '{"name":"package"}', 'not a file that this program saved'],
    ['is a list', () => '[]', 'not a file that this program saved'],
    ['is of a newer version', () => text({ version: 7 }), 'newer version of this program (format 7'],
    [
      'names another baseline',
      () => text({ circumstances: { baseline: 'x', now: '' } }),
      'circumstances.baseline',
    ],
    ['has a fact of another shape', () => text({ gathered: { vm: { value: 7 } } }), 'gathered.vm'],
    ['has a fact that is neither', () => text({ gathered: { vm: {} } }), 'gathered.vm'],
  ])('%s is refused and says why', (_, content, words) => {
    const error = failureOf(content());
    expect(error.code).toBe('invalid-request');
    expect(error.message).toContain(words);
  });

  it('has prototype keys changes nobody’s prototype', () => {
    const hostile = text({}).replace(
      '"gathered":{',
      '"gathered":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
    );
    const read = parseEvidence(hostile);
    expect(Object.getPrototypeOf(read.gathered)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    expect(Object.keys(read.gathered)).not.toContain('constructor');
  });

  it('nests without end is refused', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(failureOf(text({ gathered: { vm: { value: '@' } } }).replace('"@"', deep)).code).toBe(
      'invalid-request',
    );
  });

  it('knows facts of a later version is read without them', () => {
    const later = { ...evidence.gathered, weather: { value: 'fine' } };
    expect(parseEvidence(text({ gathered: later })).gathered).toEqual(
      JSON.parse(JSON.stringify(evidence.gathered)),
    );
  });

  it('begins with a byte order mark is read', () => {
    expect(parseEvidence(`\uFEFF${text({})}`).subject.name).toBe('role-eligible-01');
  });

  it('is too large is not read', async () => {
    const file = join(folder, 'large.json');
    await writeFile(file, '{');
    await truncate(file, 100_000_000);
    await expect(loadEvidence(file)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('100,000,000 bytes'),
    });
  });

  it('is not there, or is a folder, says so', async () => {
    await expect(loadEvidence(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(loadEvidence(folder)).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('is any text is read or refused, never worse', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
        expect(failureOf(content).code).toBe('invalid-request');
      }),
    );
  });
});

it('is not left half written where it cannot be written', async () => {
  const file = join(folder, 'no-such-folder', 'evidence.json');
  await expect(saveEvidence(file, evidence)).rejects.toMatchObject({ code: 'not-found' });
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
});
