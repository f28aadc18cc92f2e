import { describe, expect, it } from 'vitest';
import { articleOf } from '../../renderer/components/article/articles';
import { ageOf, durationText } from '../../renderer/components/time';
import { askMessage } from '../../renderer/features/vm/ask-message';
import { chooseWay } from '../../renderer/features/vm/chosen-way';
import { groupsOf } from '../../renderer/features/vm/fingerprint';
import { tellingStatus } from '../../renderer/features/vm/telling-status';
import { sentenceOf } from '../../renderer/features/vm/words';
import { CheckId } from '../../shared/preflight/check-id';
import { checkOrder } from '../../shared/preflight/check-order';
import { blockedReport, readyReport } from '../support/sample-report';

it.each([
  [0, '0 s'],
  [59, '59 s'],
  [60, '1 min'],
  [7199, '1 h'],
  [90_000, '1 d'],
])('tells an age of %i seconds as %s', (seconds, words) => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(ageOf(new Date(now - seconds * 1000).toISOString(), now)).toBe(words);
});

it('tells durations with one decimal', () => {
  expect(durationText(780)).toBe('0.8 s');
});

it('stands in for a check with its own id as a sentence', () => {
  expect(sentenceOf('rdp-server-offers-entra-sign-in')).toBe('RDP server offers Entra sign in');
});

it('lays out exactly the checks there are', () => {
  expect(checkOrder).toEqual(CheckId.options);
});

it.each(['5F:3A:9C:11', '5f 3a 9c 11', '5F3A9C11', 'SHA1: 5f3a9c11'])('reads the fingerprint %s', (text) => {
  expect(groupsOf(text)).toEqual(['5F3A', '9C11']);
});

describe('the way Connect will take', () => {
  it('is the recommended one, until another is chosen', () => {
    expect(chooseWay(readyReport, null)).toEqual({ route: 'web-account', isClosed: false });
    expect(chooseWay(readyReport, 'password')).toEqual({ route: 'password', isClosed: true });
  });

  it('is closed when all are, and not held against anybody before the report', () => {
    expect(chooseWay(blockedReport, null)).toEqual({ route: null, isClosed: true });
    expect(chooseWay(null, null)).toEqual({ route: null, isClosed: false });
  });
});

it('does not call a failure of a route nobody needs a failure', () => {
  const failure = readyReport.results.find(({ id }) => id === 'pc-is-joined-or-registered');
  if (!failure) throw new Error('The sample report has no such check.');
  expect(tellingStatus(failure, 'web-account')).toBe('other-way');
  expect(tellingStatus(failure, 'password')).toBe('fail');
  expect(tellingStatus(failure, null)).toBe('fail');
});

it('writes the admin what was found and what would mend it', () => {
  const failures = blockedReport.results.filter(({ status }) => status === 'fail');
  const message = askMessage(blockedReport, failures);
  expect(message).toContain('I cannot sign in to no-role-01 (NO-ROLE-01)');
  expect(message).toContain('Owner manages the VM but does not sign in to it.');
  expect(message).toContain('az role assignment create --role "Virtual Machine User Login"');
  expect(message).toContain(blockedReport.vm.id);
});

it('calls an article by its first heading', () => {
  expect(articleOf('# AADSTS293004\n\nThe name is not registered.\n')).toEqual({
    title: 'AADSTS293004',
    body: '\nThe name is not registered.\n',
  });
  expect(articleOf('No heading')).toEqual({ title: 'Article', body: 'No heading' });
});
