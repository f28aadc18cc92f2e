import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckId } from '../../../shared/preflight/check-id';
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

it.each(scenarios)('$file ($account): $sees', async ({ file, account, vm, words, ...expected }) => {
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

/** What is wrong with each VM of Contoso, and nothing beside it. */
const contoso: readonly (readonly [vm: string, ...fails: CheckId[]])[] = [
  ['linux-01', 'vm-runs-windows'],
  ['stopped-01', 'vm-is-running'],
  ['server-2016-01', 'vm-os-supports-entra-sign-in', 'entra-device-exists'],
  ['server-2019-01', 'vm-os-supports-web-account'],
  ['domain-joined-01', 'vm-is-not-joined-elsewhere'],
  ['agent-not-ready-01', 'vm-agent-is-ready', 'entra-device-exists'],
  ['no-identity-01', 'vm-has-system-assigned-identity', 'entra-device-exists'],
  ['no-extension-01', 'login-extension-is-installed', 'entra-device-exists'],
  ['ext-tenant-unavailable-01', 'login-extension-succeeded', 'entra-device-exists'],
  ['ext-discovery-failed-01', 'login-extension-succeeded', 'entra-device-exists'],
  ['ext-os-unsupported-01', 'login-extension-succeeded', 'entra-device-exists'],
  ['duplicate-host-name-01', 'entra-device-exists', 'entra-device-is-unique'],
  ['device-disabled-01', 'entra-device-is-enabled'],
  ['name-not-registered-01', 'target-name-is-registered'],
  ['no-dns-01', 'target-name-resolves'],
  ['dns-elsewhere-01', 'target-resolves-to-the-vm'],
  ['port-closed-01', 'rdp-port-answers'],
  ['no-role-01', 'login-role-is-assigned'],
  ['owner-only-01', 'login-role-is-assigned'],
  ['role-eligible-01', 'login-role-is-assigned'],
  ['denied-01', 'no-deny-assignment-blocks-login'],
];

it.each(contoso)('%s fails for %s and what follows from it', async (vm, ...fails) => {
  expect(failuresOf(await preflight(null, vm))).toEqual(fails);
});

it('leaves no tenant of the folder untried', () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
  expect([...new Set(scenarios.map(({ file }) => file))].toSorted()).toEqual(files.toSorted());
});
