import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../shared/preflight/report';
import { homeOfItsOwn, runJson } from '../cli/run';
import { scenarios } from './scenarios';

const folder = 'test/fixtures/scenarios';

let home: ReturnType<typeof homeOfItsOwn>;
beforeAll(() => {
  home = homeOfItsOwn();
});
afterAll(() => {
  home.remove();
  process.stdout.write(`${scenarios.length} scenarios were judged.\n`);
});

/** The whole way of a user at the terminal: a demo Azure of its own, real sign-in, gatherers and checks. */
async function preflight(file: string | null, vm: string, ...words: string[]): Promise<Report> {
  const tenant = file === null ? [] : ['--demo-file', join(folder, `${file}.json`)];
  return (await runJson(Report, 'preflight', vm, '--demo', ...tenant, ...words)).json;
}

const failuresOf = ({ results }: Report) =>
  results.filter(({ status }) => status === 'fail').map(({ id }) => id);

it.each(scenarios)('$file: $sees', async ({ file, account, vm, words, ...expected }) => {
  const report = await preflight(file, vm, '--demo-account', account, ...words);
  const telling = report.results.find(({ id }) => id === expected.tells.check);
  const sentence = telling?.found ?? telling?.because ?? '';

  expect(failuresOf(report)).toEqual(expected.fails);
  expect({ sentence, status: telling?.status }).toMatchObject({ status: expected.tells.status });
  for (const part of expected.tells.says) expect(sentence).toContain(part);
  expect(report.cause?.id ?? null).toBe(expected.cause);
  expect(report.routes.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual(expected.open);
});

describe('nothing is wrong with', () => {
  it.each(['article', '2025-12'])('ready-01, judged by %s', async (baseline) => {
    expect(failuresOf(await preflight(null, 'ready-01', '--baseline', baseline))).toEqual([]);
  });

  it.each(['ready-long-resource-name-02', 'eng-build-01', 'design-ws-01', 'jump-public-01', 'hr-portal-01'])(
    '%s',
    async (vm) => {
      expect(failuresOf(await preflight(null, vm))).toEqual([]);
    },
  );
});

it('says of a Linux VM only that it runs Linux', async () => {
  expect(failuresOf(await preflight(null, 'linux-01'))).toEqual(['vm-runs-windows']);
});

it('leaves no tenant of the folder untried', () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
  expect([...new Set(scenarios.map(({ file }) => file))].toSorted()).toEqual(files.toSorted());
});
