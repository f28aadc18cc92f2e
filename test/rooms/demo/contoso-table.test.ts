import type { TokenCredential } from '@azure/core-auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAzureReader } from '../../../main/azure/create-azure-reader';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { createEntraReader } from '../../../main/entra/create-entra-reader';
import { runPreflight } from '../../../main/preflight/run-preflight';
import { VmId } from '../../../shared/azure/virtual-machine';
import { causes } from '../../../shared/preflight/causes';
import { checks } from '../../../shared/preflight/registry';
import type { Report } from '../../../shared/preflight/report';
import { signIn, startContoso } from './support';

/** The table of the demo tenant: what is the first to fail, signed in as ada. */
const table: readonly (readonly [vm: string, firstToFail: readonly (string | null)[]])[] = [
  ['ready-01', [null]],
  ['ready-long-resource-name-02', [null]],
  ['linux-01', ['vm-runs-windows']],
  ['stopped-01', ['vm-is-running']],
  ['server-2016-01', ['vm-os-supports-entra-sign-in']],
  ['server-2019-01', ['vm-os-supports-web-account']],
  ['domain-joined-01', ['vm-is-not-joined-elsewhere']],
  ['agent-not-ready-01', ['vm-agent-is-ready']],
  ['no-identity-01', ['vm-has-system-assigned-identity']],
  ['no-extension-01', ['login-extension-is-installed']],
  ['ext-tenant-unavailable-01', ['login-extension-succeeded']],
  ['ext-discovery-failed-01', ['login-extension-succeeded']],
  ['ext-os-unsupported-01', ['login-extension-succeeded']],
  ['duplicate-host-name-01', ['entra-device-exists', 'entra-device-is-unique']],
  ['device-disabled-01', ['entra-device-is-enabled']],
  ['name-not-registered-01', ['target-name-is-registered']],
  ['no-dns-01', ['target-name-resolves']],
  ['dns-elsewhere-01', ['target-resolves-to-the-vm']],
  ['port-closed-01', ['rdp-port-answers']],
  ['no-role-01', ['login-role-is-assigned']],
  ['owner-only-01', ['login-role-is-assigned']],
  ['role-eligible-01', ['login-role-is-assigned']],
  ['denied-01', ['no-deny-assignment-blocks-login']],
];

describe('Contoso', () => {
  let demo: DemoAzure;
  beforeAll(async () => {
    demo = await startContoso();
  });
  afterAll(() => demo.close());

  const preflight = async (username: string, vmName: string): Promise<Report> => {
    const account = demo.account(username);
    const vm = demo.tenant.virtualMachines.find(({ name }) => name === vmName);
    if (!account || !vm) throw new Error(`The tenant has no ${username} or no ${vmName}.`);
    const { armToken, graphToken } = await signIn(demo, username);
    const credential: TokenCredential = {
      getToken: (scopes) =>
        Promise.resolve({
          token: [scopes].flat().some((scope) => scope.startsWith(demo.cloud.arm)) ? armToken : graphToken,
          expiresOnTimestamp: Date.now() + 3_000_000,
        }),
    };
    const endpoint = { cloud: demo.cloud, trustedCertificate: demo.trustedCertificate };
    const clientPc = demo.clientPc(username);
    if (clientPc === 'real') throw new Error('The PC of this tenant is described.');
    const vmId = VmId.parse(vm.id);
    const { report } = await runPreflight({
      subject: { vmId, name: vm.name },
      world: {
        question: { vmId, hostName: null, address: null, port: 3389, forUsername: null },
        cloud: 'global',
        account: () =>
          Promise.resolve({
            username,
            displayName: account.displayName,
            objectId: account.objectId,
            homeTenantId: account.homeTenantId,
            tenantId: demo.tenant.id,
          }),
        azure: createAzureReader(endpoint, credential),
        entra: createEntraReader(endpoint, () => credential),
        network: demo.network,
        rememberedNames: () => Promise.resolve([]),
        clientPc,
        passwordSignIn: () => Promise.resolve(demo.passwordSignIn(username)),
        signedFiles: () => Promise.resolve({ used: [], passedOver: [] }),
        signal: AbortSignal.timeout(15_000),
      },
      checks,
      causes,
      circumstances: { baseline: 'article', now: '2026-11-22T12:00:00Z' },
      logBug: (error, fact) => {
        throw new Error(`${fact} met a bug`, { cause: error });
      },
    });
    return report;
  };
  const failures = ({ results }: Report) =>
    results.filter(({ status }) => status === 'fail').map(({ id }) => id);

  it.each(table)('ada and %s', async (vm, firstToFail) => {
    const report = await preflight('ada@contoso.example', vm);
    expect(firstToFail).toContain(failures(report)[0] ?? null);
  });

  it('recommends the web account for ready-01', async () => {
    const report = await preflight('ada@contoso.example', 'ready-01');
    expect(report.recommended).toBe('web-account');
    expect(report.routes.find(({ id }) => id === 'web-account')?.state).toBe('open');
    expect(failures(report)).toEqual([]);
  });

  it('leaves the password open for server-2019-01', async () => {
    const report = await preflight('ada@contoso.example', 'server-2019-01');
    expect(report.recommended).toBe('password');
  });

  it('is of use to lin, who can read one VM and nothing else', async () => {
    const report = await preflight('lin@contoso.example', 'ready-01');
    expect(failures(report)).toEqual([]);
    expect(report.recommended).toBe('web-account');
    expect(report.unknowns?.count).toBeGreaterThan(3);
  });

  it('closes the password route to mae, and leaves the web account', async () => {
    const report = await preflight('mae@contoso.example', 'ready-01');
    const password = report.routes.find(({ id }) => id === 'password');
    expect(password?.state).toBe('closed');
    expect(report.recommended).toBe('web-account');
  });

  it('tells the guest first that guests are not supported', async () => {
    const report = await preflight('guest_fabrikam.example#EXT#@contoso.example', 'ready-01');
    expect(failures(report)[0]).toBe('account-is-not-a-guest');
    expect(report.recommended).toBeNull();
  });

  it('finds nothing wrong for hedy', async () => {
    expect(failures(await preflight('hedy@contoso.example', 'ready-01'))).toEqual([]);
  });

  it('tells grace that owning a VM is not a right to sign in', async () => {
    expect(failures(await preflight('grace@contoso.example', 'ready-01'))).toEqual([
      'login-role-is-assigned',
    ]);
  });
});
