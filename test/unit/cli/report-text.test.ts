import { expect, it } from 'vitest';
import { exitCodeOfReport } from '../../../main/cli/exit-code';
import { reportText } from '../../../main/cli/text/report-text';
import type { CheckResult, Report } from '../../../shared/preflight/report';

const source = { url: 'https://learn.microsoft.com/x', asOf: '2025-12-01' };
const result = (id: CheckResult['id'], rest: Partial<CheckResult>): CheckResult => ({
  id,
  title: `Title of ${id}`,
  status: 'pass',
  routes: {},
  remedies: [],
  help: id,
  source,
  ...rest,
});

const report: Report = {
  vm: { id: null, name: 'ready-long-resource-name-02', computerName: 'READY-02' },
  target: { address: 'READY-02', port: 3390, why: 'It is the name Entra ID knows.' },
  account: 'ada@contoso.example',
  baseline: 'article',
  judgedAt: '2026-11-22T10:00:00Z',
  cause: null,
  headline: 'This VM is stopped.',
  routes: [
    { id: 'web-account', state: 'closed', closedBy: ['vm-is-running'], notSeen: [], means: [] },
    { id: 'password', state: 'unknown', closedBy: [], notSeen: ['rdp-port-answers'], means: [] },
  ],
  recommended: 'password',
  results: [
    result('vm-runs-windows', {}),
    result('vm-is-running', {
      status: 'fail',
      found: 'READY-02 is deallocated.',
      remedies: [{ kind: 'command', shell: 'az', text: 'Start it', command: 'az vm start --ids x' }],
    }),
    result('rdp-port-answers', { status: 'unknown', because: 'it is stopped' }),
  ],
  unknowns: { count: 1, sentence: '1 needs an admin: ask once.', request: 'Please grant:\n- Reader' },
};

it('says the answer first, then the ways, then what stands behind it', () => {
  expect(reportText(report, (_, text) => text)).toBe(
    `This VM is stopped.
ready-long-resource-name-02 (READY-02) · READY-02:3390 · as ada@contoso.example
It is the name Entra ID knows.

  ✕ Passwordless               closed    not true: Title of vm-is-running
  ? Password                   unknown   (recommended)  not seen: Title of rdp-port-answers

Checks: 1 passed, 1 failed, 1 not seen
  ✕ Title of vm-is-running  vm-is-running
    READY-02 is deallocated.
    → Start it
      az vm start --ids x
    https://learn.microsoft.com/x (2025-12-01)
  ? 1 needs an admin: ask once.

To send to an admin:
    Please grant:
    - Reader`,
  );
});

it.each([
  ['the chosen route is closed', 'web-account', 1],
  ['the chosen route cannot be told', 'password', 2],
  ['a route the report does not have', 'bastion-portal', 1],
] as const)('exits when %s', (_, route, code) => {
  expect(exitCodeOfReport(report, route)).toBe(code);
});

it('exits by the recommended route when none was chosen', () => {
  expect(exitCodeOfReport(report, undefined)).toBe(2);
  expect(exitCodeOfReport({ ...report, recommended: null }, undefined)).toBe(1);
});
