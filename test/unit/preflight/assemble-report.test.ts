import { describe, expect, it } from 'vitest';
import { assembleReport } from '../../../shared/preflight/assemble-report';
import { causes } from '../../../shared/preflight/causes';
import { accountIsNotAGuest } from '../../../shared/preflight/checks/account-is-not-a-guest';
import { checks } from '../../../shared/preflight/registry';
import { Report } from '../../../shared/preflight/report';
import { anAccount, aVm, circumstances, gatheredFrom, type Known, problem, vmId } from './builders';

const reportOn = (known: Known) =>
  assembleReport({ vmId, name: 'web-01' }, checks, causes, gatheredFrom(known), circumstances);

const stoppedAndNoRole: Known = {
  cloud: 'global',
  account: anAccount(),
  vm: aVm({}, { powerState: 'deallocated' }),
  permissions: [],
};

it('is a report by its own schema', () => {
  const report = reportOn(stoppedAndNoRole);
  expect(Report.parse(report)).toEqual(report);
});

it('shows all independent failures together, and asks for them in one message', () => {
  const report = reportOn(stoppedAndNoRole);
  const failed = report.results.filter(({ status }) => status === 'fail').map(({ id }) => id);
  expect(failed).toEqual(['vm-is-running', 'login-role-is-assigned']);
  expect(report.headline).toBe(
    'web-01 is deallocated: it has to be started first. The login role is missing too: ask for both at once.',
  );
  expect(report.request).toBe(
    [
      'ada@contoso.example cannot sign in to web-01 with Microsoft Entra ID. What was found:',
      '- web-01 is deallocated, so nothing on it can answer.',
      '- ada@contoso.example has no role that signs in to web-01. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      '',
      'What would mend it:',
      '- Please start the VM web-01 (resource group rg-app).',
      '- Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
    ].join('\n'),
  );
});

describe('what could not be looked at', () => {
  it('is folded into one line, with a request that names each permission once', () => {
    const { unknowns, request } = reportOn({ account: anAccount(), vm: aVm() });
    expect(request).toBeUndefined();
    expect(unknowns?.sentence).toMatch(/^\d+ need an admin: ask once\.$/);
    expect(unknowns?.request.match(/^- Reader on the VM$/gm)).toHaveLength(1);
    expect(unknowns?.request).toContain('- Entra ID has a device for this VM');
  });

  it('asks nobody for what nobody can grant', () => {
    const account = problem('unreachable', 'There is no network.', null);
    const { unknowns } = assembleReport(
      { vmId, name: 'web-01' },
      [accountIsNotAGuest],
      causes,
      gatheredFrom({ account }),
      circumstances,
    );
    expect(unknowns).toEqual({ count: 1, sentence: '1 could not be looked at.', request: '' });
  });

  it('never fails a route', () => {
    const report = reportOn({});
    expect(report.results.filter(({ status }) => status === 'fail' || status === 'pass')).toEqual([]);
    expect(report.recommended).toBe('web-account');
    expect(report.headline).toContain('not everything could be looked at');
  });
});

it('says by its name alone what a bare host name is about', () => {
  const report = assembleReport(
    { vmId: null, name: 'web-01' },
    checks,
    causes,
    gatheredFrom({}),
    circumstances,
  );
  expect(report).toMatchObject({
    vm: { id: null, name: 'web-01', computerName: null },
    target: null,
    account: null,
    baseline: 'article',
    judgedAt: circumstances.now,
    cause: null,
  });
});
