import { expect, it } from 'vitest';
import { demoClientPc, demoPasswordSignIn } from '../../../main/demo/demo-client-pc';
import { createDemoState, type DemoState } from '../../../main/demo/demo-state';
import { demoTenantFrom } from '../../../main/demo/load-demo-tenant';
import { PcJoin, PcPolicies, RdpClient, ThisPc } from '../../../shared/client-pc/this-pc';

const signal = new AbortController().signal;

function stateOf(overlay: object): DemoState {
  const tenant = demoTenantFrom({ extends: 'contoso', ...overlay }, 'the test');
  return createDemoState(tenant, { authority: '', arm: '', graph: '' }, null);
}

function describedPc(state: DemoState, username = 'ada@contoso.example') {
  const pc = demoClientPc(state, username);
  if (pc === 'real') throw new Error('This PC is described.');
  return pc;
}

it('is a joined Windows 11 24H2 of the tenant, with its own client, unless the file says otherwise', async () => {
  const state = stateOf({});
  const pc = describedPc(state);
  expect(ThisPc.parse(await pc.describe(signal))).toMatchObject({ build: 26100, displayVersion: '24H2' });
  expect(PcJoin.parse(await pc.join(signal))).toMatchObject({
    isEntraJoined: true,
    tenantId: state.tenant.id,
    hasRefreshToken: true,
  });
  expect(PcPolicies.parse(await pc.policies(signal)).pku2uAllowed).toBeNull();
  expect((await pc.rdpClients(signal)).map((client) => RdpClient.parse(client).id)).toEqual(['mstsc']);
  expect(await pc.savedCredentials(signal)).toEqual([]);
});

it("differs for an account in what that account's own PC says", async () => {
  const state = stateOf({});
  expect(await describedPc(state, 'mae@contoso.example').join(signal)).toMatchObject({
    helloForBusiness: 'none',
    isEntraJoined: true,
  });
  expect(await describedPc(state).join(signal)).toMatchObject({ helloForBusiness: 'certificate-trust' });
});

it('is changed key by key', async () => {
  const saved = [{ target: 'TERMSRV/ready-01', username: 'eve' }];
  const state = stateOf({
    thisPc: {
      describe: { build: 19045, revision: 1826 },
      policies: { pku2uAllowed: false },
      savedCredentials: saved,
    },
  });
  const pc = describedPc(state);
  expect(await pc.describe(signal)).toMatchObject({ build: 19045, revision: 1826, os: 'windows' });
  expect(await pc.policies(signal)).toMatchObject({ pku2uAllowed: false, allowSignedFiles: null });
  expect(await pc.savedCredentials(signal)).toEqual(saved);
});

it('may be this machine itself, of which the demo knows nothing', () => {
  const state = stateOf({ thisPc: 'real' });
  expect(demoClientPc(state, 'ada@contoso.example')).toBe('real');
  expect(demoPasswordSignIn(state, 'ada@contoso.example')).toEqual({ lastAt: null });
});

it('remembers when somebody last signed in with a password', () => {
  expect(demoPasswordSignIn(stateOf({}), 'ada@contoso.example')).toEqual({ lastAt: '2026-11-20T07:30:00Z' });
});

it('has, without Windows, nothing that only Windows has', async () => {
  const pc = describedPc(stateOf({ thisPc: { describe: { os: 'linux', displayVersion: null } } }));
  expect(await pc.describe(signal)).toMatchObject({ os: 'linux', build: null, installationType: null });
  await expect(pc.join(signal)).rejects.toMatchObject({ code: 'not-here' });
  await expect(pc.policies(signal)).rejects.toMatchObject({ code: 'not-here' });
  await expect(pc.savedCredentials(signal)).rejects.toMatchObject({ code: 'not-here' });
  expect(await pc.rdpClients(signal)).toEqual([]);
});
