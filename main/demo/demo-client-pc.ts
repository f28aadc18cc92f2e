import type { PcJoin, PcPolicies, RdpClient, SavedCredential, ThisPc } from '../../shared/client-pc/this-pc';
import type { Facts } from '../../shared/preflight/fact';
import type { ClientPc } from '../client-pc/client-pc';
import { noWindowsVersion, onlyOnWindows } from '../client-pc/not-windows';
import type { DemoState } from './demo-state';
import { accountCalled } from './demo-state';
import type { DemoPc } from './tenant-accounts';

/** A joined Windows 11 24H2 with Microsoft's client: what a PC is unless its tenant says otherwise. */
const windows11: ThisPc = {
  os: 'windows',
  hostName: 'CONTOSO-LT-0417',
  build: 26100,
  revision: 7171,
  displayVersion: '24H2',
  productName: 'Windows 11 Enterprise',
  edition: 'Enterprise',
  installationType: 'Client',
};

const nothingConfigured: PcPolicies = {
  pku2uAllowed: null,
  remoteCredentialGuard: null,
  allowSignedFiles: null,
  allowUnsignedFiles: null,
  trustedThumbprints: [],
  redirectionWarningDialogVersion: null,
  launchConsentAccepted: null,
};

const mstsc: RdpClient = {
  id: 'mstsc',
  name: 'Remote Desktop Connection',
  version: '10.0.26100.7171',
  path: 'C:\\Windows\\System32\\mstsc.exe',
  routes: ['web-account', 'password', 'bastion-client'],
  limits: [],
};

/** The PC an account sits at: the tenant's, with what differs for this account. `real` asks this machine. */
export function demoClientPc(state: DemoState, username: string): ClientPc | 'real' {
  const { thisPc } = state.tenant;
  if (thisPc === 'real') return 'real';
  const own = accountCalled(state, username)?.thisPc;
  const joined: PcJoin = {
    isEntraJoined: true,
    isDomainJoined: false,
    isEntraRegistered: false,
    tenantId: state.tenant.id,
    workAccountTenantIds: [],
    hasRefreshToken: true,
    helloForBusiness: 'certificate-trust',
  };
  const layered = <T extends object>(base: T, ...layers: readonly (object | undefined)[]): T =>
    Object.assign({}, base, ...layers) as T;
  const chosen = <K extends keyof DemoPc>(key: K): DemoPc[K] => own?.[key] ?? thisPc[key];

  const described = layered(windows11, thisPc.describe, own?.describe);
  if (described.os !== 'windows') {
    return {
      describe: () => answer({ ...described, ...noWindowsVersion }),
      ...onlyOnWindows,
      rdpClients: () => answer<readonly RdpClient[]>(chosen('rdpClients') ?? []),
    };
  }
  return {
    describe: () => answer(described),
    join: () => answer(layered(joined, thisPc.join, own?.join)),
    policies: () => answer(layered(nothingConfigured, thisPc.policies, own?.policies)),
    savedCredentials: () => answer<readonly SavedCredential[]>(chosen('savedCredentials') ?? []),
    rdpClients: () => answer<readonly RdpClient[]>(chosen('rdpClients') ?? [mstsc]),
  };
}

/** When the account last signed in at its PC with a password. */
export function demoPasswordSignIn(state: DemoState, username: string): Facts['passwordSignIn'] {
  const { thisPc } = state.tenant;
  const own = accountCalled(state, username)?.thisPc?.passwordSignIn;
  return own ?? (thisPc === 'real' ? undefined : thisPc.passwordSignIn) ?? { lastAt: null };
}

function answer<T>(value: T): Promise<T> {
  return Promise.resolve(value);
}
