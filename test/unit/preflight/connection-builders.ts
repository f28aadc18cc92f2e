import type { BastionHost, Bastions } from '../../../shared/azure/bastion';
import type { NetworkInterface } from '../../../shared/azure/virtual-machine';
import type { PcJoin, PcPolicies, RdpClient } from '../../../shared/client-pc/this-pc';
import type { NameServerAnswer, NameServerAnswers } from '../../../shared/network/name-servers';
import type { NameResolution, RdpProbe, Target } from '../../../shared/network/resolution';
import { subscriptionId, tenantId } from './builders';

/** What stands between this PC and the VM of `builders.ts`, with everything in order. */
export function aTarget(changes: Partial<Target> = {}): Target {
  return {
    address: 'WEB-01',
    port: 3389,
    why: "WEB-01 is the VM's computer name, is registered in Entra ID and resolves.",
    isRegistered: true,
    resolves: true,
    passwordFallback: null,
    ...changes,
  };
}

export function resolved(name: string, ...addresses: string[]): NameResolution {
  return {
    name,
    addresses: addresses.map((address) => ({ address, family: address.includes(':') ? 'IPv6' : 'IPv4' })),
    error: null,
  };
}

export function unresolved(name: string, error: string | null = 'ENOTFOUND'): NameResolution {
  return { name, addresses: [], error };
}

/** One answer a server, for IPv4; nothing for IPv6 where there is something for IPv4. */
export function whatServersSay(
  name: string,
  servers: Readonly<Record<string, readonly string[] | string>>,
  hostsFile: readonly string[] = [],
): NameServerAnswers {
  const answers = Object.entries(servers).flatMap(([server, said]): NameServerAnswer[] => [
    {
      server,
      name,
      family: 'IPv4',
      addresses: typeof said === 'string' ? [] : [...said],
      error: typeof said === 'string' ? said : null,
    },
    { server, name, family: 'IPv6', addresses: [], error: typeof said === 'string' ? said : 'ENODATA' },
  ]);
  return { name, asked: [name], answers, hostsFile: [...hostsFile] };
}

const networks = `/subscriptions/${subscriptionId}/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks`;
export const spoke = `${networks}/spoke`;
export const hub = `${networks}/hub`;

export function aNic(changes: Partial<NetworkInterface> = {}): NetworkInterface {
  return {
    id: 'nic-1',
    privateAddresses: ['10.1.0.5'],
    publicAddresses: [],
    publicNames: [],
    subnetId: `${spoke}/subnets/default`,
    networkSecurityGroupId: null,
    dnsSuffix: null,
    ...changes,
  };
}

export function aProbe(changes: Partial<Extract<RdpProbe, { outcome: 'rdp' }>> = {}): RdpProbe {
  return {
    outcome: 'rdp',
    address: '10.1.0.5',
    port: 3389,
    handshakeMs: 12.4,
    offersEntraSignIn: true,
    otherSecurity: 'HYBRID',
    ...changes,
  };
}

export function aJoin(changes: Partial<PcJoin> = {}): PcJoin {
  return {
    isEntraJoined: true,
    isDomainJoined: false,
    isEntraRegistered: false,
    tenantId,
    workAccountTenantIds: [],
    hasRefreshToken: true,
    helloForBusiness: null,
    ...changes,
  };
}

/** Nothing set, as on a PC that nobody manages. */
export function somePolicies(changes: Partial<PcPolicies> = {}): PcPolicies {
  return {
    pku2uAllowed: null,
    remoteCredentialGuard: null,
    allowSignedFiles: null,
    allowUnsignedFiles: null,
    trustedThumbprints: [],
    redirectionWarningDialogVersion: null,
    launchConsentAccepted: null,
    ...changes,
  };
}

export const mstsc: RdpClient = {
  id: 'mstsc',
  name: 'Remote Desktop Connection',
  version: '10.0.26100.4652',
  path: String.raw`C:\Windows\System32\mstsc.exe`,
  routes: ['web-account', 'password', 'bastion-client'],
  limits: [],
};

export const freerdp3: RdpClient = {
  id: 'freerdp3',
  name: 'FreeRDP',
  version: '3.30.1',
  path: '/usr/bin/xfreerdp3',
  routes: ['web-account'],
  limits: [],
};

export const freerdp2: RdpClient = {
  id: 'freerdp2',
  name: 'FreeRDP',
  version: '2.11.7',
  path: '/usr/bin/xfreerdp',
  routes: [],
  limits: ['FreeRDP 2 cannot sign in with a web account.'],
};

export function aBastion(changes: Partial<BastionHost> = {}): BastionHost {
  return {
    id: `${hub}/bastion`,
    name: 'bas-hub',
    sku: 'Standard',
    allowsTunneling: true,
    allowsIpConnect: false,
    provisioningState: 'Succeeded',
    networkId: spoke.toLowerCase(),
    ...changes,
  };
}

export function someBastions(...hosts: BastionHost[]): Bastions {
  return { hosts, peerings: [] };
}
