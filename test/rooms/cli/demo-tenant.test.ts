import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VmSummary } from '../../../shared/azure/virtual-machine';
import { Report } from '../../../shared/preflight/report';
import { homeOfItsOwn, runJson } from './run';

let home: ReturnType<typeof homeOfItsOwn>;
beforeAll(() => {
  home = homeOfItsOwn();
});
afterAll(() => home.remove());

const firstFailure = ({ results }: Report) => results.find(({ status }) => status === 'fail')?.id ?? null;

describe('each VM of Contoso fails first where its name says', () => {
  it.each([
    ['ready-01', [null], 0],
    ['ready-long-resource-name-02', [null], 0],
    ['linux-01', ['vm-runs-windows'], 1],
    ['stopped-01', ['vm-is-running'], 1],
    ['server-2016-01', ['vm-os-supports-entra-sign-in'], 1],
    ['server-2019-01', ['vm-os-supports-web-account'], 0],
    ['domain-joined-01', ['vm-is-not-joined-elsewhere'], 1],
    ['agent-not-ready-01', ['vm-agent-is-ready'], 1],
    ['no-identity-01', ['vm-has-system-assigned-identity'], 1],
    ['no-extension-01', ['login-extension-is-installed'], 1],
    ['ext-tenant-unavailable-01', ['login-extension-succeeded'], 1],
    ['ext-discovery-failed-01', ['login-extension-succeeded'], 1],
    ['ext-os-unsupported-01', ['login-extension-succeeded'], 1],
    ['duplicate-host-name-01', ['entra-device-exists', 'entra-device-is-unique'], 1],
    ['device-disabled-01', ['entra-device-is-enabled'], 1],
    ['name-not-registered-01', ['target-name-is-registered'], 0],
    ['no-dns-01', ['target-name-resolves'], 0],
    ['dns-elsewhere-01', ['target-resolves-to-the-vm'], 0],
    ['port-closed-01', ['rdp-port-answers'], 0],
    ['no-role-01', ['login-role-is-assigned'], 1],
    ['owner-only-01', ['login-role-is-assigned'], 1],
    ['role-eligible-01', ['login-role-is-assigned'], 1],
    ['denied-01', ['no-deny-assignment-blocks-login'], 1],
  ])('%s', async (vm, first, code) => {
    const ran = await runJson(Report, 'preflight', vm, '--demo');
    expect(first).toContain(firstFailure(ran.json));
    expect(ran.code).toBe(code);
  });
});

describe('the accounts', () => {
  const preflight = async (account: string, vm = 'ready-01') =>
    (await runJson(Report, 'preflight', vm, '--demo', '--demo-account', account)).json;
  const closedBy = ({ routes }: Report, route: string) => routes.find(({ id }) => id === route)?.closedBy;

  it('lin, who may read almost nothing, is told to go ahead, and what an admin could add', async () => {
    const report = await preflight('lin@contoso.example');
    expect(firstFailure(report)).toBeNull();
    expect(report.recommended).toBe('web-account');
    expect(report.unknowns).toMatchObject({ request: expect.stringContaining('Device.Read.All') });
  });

  it('mae, of whom a policy asks a second factor, keeps the passwordless route', async () => {
    const report = await preflight('mae@contoso.example');
    expect(report.recommended).toBe('web-account');
    expect(closedBy(report, 'password')).toEqual([
      expect.stringMatching(/^(conditional-access-allows-the-route|mfa-can-be-met)$/),
    ]);
  });

  it.each(['ready-01', 'stopped-01', 'no-role-01'])(
    'a guest is named as one first, on %s too',
    async (vm) => {
      expect(firstFailure(await preflight('guest_fabrikam.example#EXT#@contoso.example', vm))).toBe(
        'account-is-not-a-guest',
      );
    },
  );

  it('grace, who owns the VM, is told that owning is not signing in', async () => {
    const report = await preflight('grace@contoso.example');
    expect(firstFailure(report)).toBe('login-role-is-assigned');
    expect(report.cause?.sentence).toMatch(/manage/);
  });
});

it('never calls for help where nothing is wrong: every other VM of Contoso that runs Windows and is up', async () => {
  const { json } = await runJson(z.object({ vms: z.array(VmSummary) }), 'vms', '--demo');
  const ordinary = json.vms.filter(
    ({ name, powerState, os }) =>
      powerState === 'running' &&
      os?.includes('Windows') &&
      /^(analytics|eng|fin|hr|design|dev|test|jump)-/.test(name),
  );
  expect(ordinary.length).toBeGreaterThanOrEqual(10);
  for (const { name } of ordinary) {
    const report = (await runJson(Report, 'preflight', name, '--demo')).json;
    expect([name, firstFailure(report)]).toEqual([name, null]);
  }
});
