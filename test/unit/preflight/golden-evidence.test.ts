import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { causes } from '../../../shared/preflight/causes';
import { judgeEvidence, parseEvidence } from '../../../shared/preflight/evidence';
import { joinEvidence } from '../../../shared/preflight/join-evidence';
import { maskEvidence } from '../../../shared/preflight/mask-evidence';
import { checks } from '../../../shared/preflight/registry';
import type { Report } from '../../../shared/preflight/report';

const evidenceOf = (name: string) =>
  parseEvidence(readFileSync(join('test/fixtures/evidence', `${name}.json`), 'utf8'));
const judged = (name: string): Report => judgeEvidence(evidenceOf(name), checks, causes);
const withStatus = ({ results }: Report, wanted: string) =>
  results.filter(({ status }) => status === wanted).map(({ id }) => id);

/** Saved by format 1, on 2026-11-22: whatever comes later reads them, and says the same of them. */
it.each([
  ['healthy', 'web-account', [], 'You can sign in without a password.'],
  ['stopped', null, ['vm-is-running'], 'stopped-01 is deallocated: it has to be started first.'],
  ['lin', 'web-account', [], 'You can sign in without a password.'],
])('%s is judged as it was when it was saved', (name, recommended, failed, headline) => {
  const report = judged(name);
  expect(report.results.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
  expect([report.recommended, withStatus(report, 'fail'), report.headline]).toEqual([
    recommended,
    failed,
    headline,
  ]);
});

it('leaves nothing unknown to ada but what policies say, and to lin what only Azure shows', () => {
  expect(withStatus(judged('healthy'), 'unknown')).toEqual([
    'sign-in-app-exists',
    'conditional-access-allows-the-route',
    'per-user-mfa-is-off',
  ]);
  expect(withStatus(judged('lin'), 'unknown')).toEqual(
    expect.arrayContaining(['entra-device-exists', 'target-resolves-to-the-vm', 'bastion-rights']),
  );
});

it.each(['healthy', 'stopped', 'lin'])('%s keeps every status behind stand-ins, however often', (name) => {
  const statuses = ({ results }: Report) => results.map(({ id, routes }) => [id, routes]);
  const once = maskEvidence(evidenceOf(name));
  const expected = statuses(judged(name));
  expect(statuses(judgeEvidence(once, checks, causes))).toEqual(expected);
  expect(statuses(judgeEvidence(maskEvidence(once), checks, causes))).toEqual(expected);
  expect(JSON.stringify(once)).not.toMatch(/contoso|ready-01|stopped-01|lin@|ada@/i);
});

it('joins lin’s PC with what ada reads, and takes nothing of ada’s own for lin’s', () => {
  const whole = joinEvidence(
    { file: 'lin.json', evidence: evidenceOf('lin') },
    { file: 'healthy.json', evidence: evidenceOf('healthy') },
  );
  const report = judgeEvidence(whole, checks, causes);
  expect([report.account, report.recommended, withStatus(report, 'fail')]).toEqual([
    'lin@contoso.example',
    'web-account',
    [],
  ]);
  expect(withStatus(report, 'unknown')).not.toContain('entra-device-exists');
});

it('does not join two VMs', () => {
  const [lin, stopped] = ['lin', 'stopped'].map((file) => ({ file, evidence: evidenceOf(file) }));
  if (!lin || !stopped) throw new Error('Both are fixtures.');
  expect(() => joinEvidence(lin, stopped)).toThrow(/two virtual machines/);
});
