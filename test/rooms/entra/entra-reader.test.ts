import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { createEntraReader } from '../../../main/entra/create-entra-reader';
import type { EntraReader } from '../../../main/entra/entra-reader';
import type { GraphPermission } from '../../../main/entra/graph';
import { signInApps } from '../../../shared/entra/policy';
import { endpointOf, holding, vmCalled } from '../../support/demo-world';
import { startHttpsServer, type TestServer } from '../../support/https-server';
import { signIn, startContoso } from '../demo/support';

const signal = new AbortController().signal;
const appIds = Object.values(signInApps).map(({ appId }) => appId);

describe('against the demo tenant', () => {
  let demo: DemoAzure;
  let readerOf: (username: string) => Promise<EntraReader>;
  const idOf = (username: string) => demo.account(username)?.objectId ?? '';

  beforeAll(async () => {
    demo = await startContoso();
    readerOf = async (username) => {
      const { graphToken } = await signIn(demo, username);
      return createEntraReader(endpointOf(demo), () => holding(graphToken));
    };
  });
  afterAll(() => demo.close());

  it('knows who is signed in, and as what', async () => {
    const ada = await (await readerOf('ada@contoso.example')).me(signal);
    expect(ada).toMatchObject({ objectId: idOf('ada@contoso.example'), userType: 'Member' });
    const guest = await (await readerOf('guest_fabrikam.example#EXT#@contoso.example')).me(signal);
    expect(guest.userType).toBe('Guest');
  });

  it('finds the device of a VM by its resource id, host names included', async () => {
    const ada = await readerOf('ada@contoso.example');
    const vmId = vmCalled(demo, 'ready-01');
    expect(await ada.devicesOfVm(vmId, signal)).toMatchObject([
      { displayName: 'ready-01', isEnabled: true, azureResourceId: vmId, hostNames: ['ready-01'] },
    ]);
  });

  it('finds a device that is disabled', async () => {
    const ada = await readerOf('ada@contoso.example');
    const [device] = await ada.devicesOfVm(vmCalled(demo, 'device-disabled-01'), signal);
    expect(device?.isEnabled).toBe(false);
  });

  it('finds devices by name, whatever the name', async () => {
    const ada = await readerOf('ada@contoso.example');
    expect(await ada.devicesNamed('READY-01', signal)).toHaveLength(1);
    expect(await ada.devicesNamed("O'Brien's PC", signal)).toEqual([]);
  });

  it('names the consent that is missing', async () => {
    const lin = await readerOf('lin@contoso.example');
    await expect(lin.devicesOfVm(vmCalled(demo, 'ready-01'), signal)).rejects.toMatchObject({
      code: 'access-denied',
      missing: 'Device.Read.All (Microsoft Graph, admin consent)',
      help: 'admin-consent',
    });
  });

  it('evaluates Conditional Access for each app', async () => {
    const mae = await readerOf('mae@contoso.example');
    const { evaluations } = await mae.conditionalAccess(idOf('mae@contoso.example'), appIds, signal);
    expect(evaluations.map(({ appId }) => appId)).toEqual(appIds);
    const forPassword = evaluations.find(({ appId }) => appId === signInApps.windowsVmSignIn.appId);
    expect(forPassword?.policies).toContainEqual(
      expect.objectContaining({ applies: true, state: 'enabled', controls: ['mfa'] }),
    );
    const others = evaluations.filter(({ appId }) => appId !== signInApps.windowsVmSignIn.appId);
    expect(
      others.flatMap(({ policies }) =>
        policies.filter(({ applies, state }) => applies && state === 'enabled'),
      ),
    ).toEqual([]);
  });

  it('reads per-user multi-factor', async () => {
    const mae = await readerOf('mae@contoso.example');
    expect(await mae.perUserMfa(idOf('mae@contoso.example'), signal)).toBe('disabled');
  });
});

describe('against a server of the test', () => {
  const graphError = (code: string) => ({ error: { code, message: 'In the words of Graph.' } });
  let server: TestServer;
  const asked: GraphPermission[] = [];
  const reader = () =>
    createEntraReader(server.endpoint, (permission) => {
      asked.push(permission);
      return holding('token');
    });
  afterEach(async () => {
    await server.close();
    asked.length = 0;
  });

  it('reads devices without host names where beta is refused', async () => {
    server = await startHttpsServer(({ path }) =>
      path.startsWith('/beta/')
        ? { status: 400, body: { error: { code: 'Request_UnsupportedQuery' } } }
        : { status: 200, body: { value: [{ id: 'd1', displayName: 'WEB-01', physicalIds: null }] } },
    );
    expect(await reader().devicesNamed('web-01', signal)).toEqual([
      {
        objectId: 'd1',
        deviceId: '',
        displayName: 'WEB-01',
        isEnabled: true,
        trustType: null,
        registeredAt: null,
        lastSignInAt: null,
        azureResourceId: null,
        hostNames: null,
      },
    ]);
  });

  it.each([
    ['403', 403, graphError('Authorization_RequestDenied'), 'access-denied'],
    ['404, of beta and of v1.0', 404, graphError('ResourceNotFound'), 'not-found'],
    ['429', 429, graphError('TooManyRequests'), 'unreachable'],
    ['500', 500, graphError('InternalServerError'), 'unreachable'],
    ['HTML', 200, '<html>', 'unreachable'],
    ['another shape', 200, { value: [{ displayName: 'without an id' }] }, 'unreachable'],
  ] as const)('tells %s apart, and never takes it for no devices', async (_, status, body, code) => {
    const headers = typeof body === 'string' ? { 'content-type': 'text/html' } : { 'retry-after': '60' };
    server = await startHttpsServer(() => ({ status, body, headers }));
    await expect(reader().devicesOfVm('/vm/web-1', signal)).rejects.toMatchObject({ code });
  });

  it('leaves out the device of a VM whose name only begins alike', async () => {
    const device = (id: string, vmId: string) => ({
      id,
      physicalIds: ['[USER-GID]:x', `[AzureResourceId]:${vmId}`],
    });
    server = await startHttpsServer(() => ({
      status: 200,
      body: { value: [device('d1', '/vm/WEB-1'), device('d2', '/vm/web-10')] },
    }));
    const found = await reader().devicesOfVm('/vm/web-1', signal);
    expect(found.map(({ objectId }) => objectId)).toEqual(['d1']);
    expect(server.received[0]?.query.get('$filter')).toBe(
      "physicalIds/any(p:startsWith(p,'[AzureResourceId]:/vm/web-1'))",
    );
  });

  it('asks for each thing with its own permission alone', async () => {
    server = await startHttpsServer(() => ({ status: 403, body: {} }));
    const entra = reader();
    await Promise.allSettled([
      entra.me(signal),
      entra.devicesNamed('web-01', signal),
      entra.signInApps('me', signal),
      entra.perUserMfa('me', signal),
    ]);
    expect(asked).toEqual(['User.Read', 'Device.Read.All', 'Application.Read.All', 'Policy.Read.All']);
  });

  it.each([
    ['the account itself', [{ principalId: 'ME', principalType: 'User' }], true],
    ['a group, which may hold the account', [{ principalId: 'g1', principalType: 'Group' }], null],
    ['somebody else', [{ principalId: 'other', principalType: 'User' }], false],
  ])('says who is assigned to an app that asks for it: %s', async (_, value, isAssigned) => {
    const appId = signInApps.windowsVmSignIn.appId;
    server = await startHttpsServer(({ path }) =>
      path.endsWith('/appRoleAssignedTo')
        ? { status: 200, body: { value } }
        : {
            status: 200,
            body: { value: [{ id: 'sp1', appId, accountEnabled: true, appRoleAssignmentRequired: true }] },
          },
    );
    const [app, ...missing] = await reader().signInApps('me', signal);
    expect(app).toEqual({ appId, objectId: 'sp1', isEnabled: true, requiresAssignment: true, isAssigned });
    expect(missing.map(({ objectId }) => objectId)).toEqual([null, null]);
  });

  it.each([
    ['a block', { builtInControls: ['block'] }, ['block'], null],
    ['terms of use', { builtInControls: [], termsOfUse: ['t1'] }, ['termsOfUse'], null],
    [
      'a strength',
      { authenticationStrength: { displayName: 'Phishing-resistant' } },
      [],
      'Phishing-resistant',
    ],
    ['nothing but a session control', null, [], null],
  ])('reads what a policy asks: %s', async (_, grantControls, controls, authenticationStrength) => {
    const policy = { id: 'p1', displayName: 'Policy', policyApplies: true, grantControls };
    server = await startHttpsServer(() => ({
      status: 200,
      body: { value: [{ ...policy, state: 'enabledForReportingButNotEnforced' }] },
    }));
    const { evaluations } = await reader().conditionalAccess('me', ['app'], signal);
    expect(evaluations[0]?.policies).toEqual([
      {
        id: 'p1',
        name: 'Policy',
        state: 'report-only',
        applies: true,
        operator: 'OR',
        controls,
        authenticationStrength,
      },
    ]);
  });
});
