import type { Endpoint } from '../azure/endpoint';
import { readConditionalAccess } from './conditional-access';
import { readDevicesNamed, readDevicesOfVm } from './devices';
import type { EntraReader } from './entra-reader';
import { type CredentialFor, createGraph } from './graph';
import { readMe, readUser } from './me';
import { readPerUserMfa } from './per-user-mfa';
import { readSignInApps } from './sign-in-apps';

/** The directory of one tenant, as its tokens show it. */
export function createEntraReader(endpoint: Endpoint, credentialFor: CredentialFor): EntraReader {
  const graph = createGraph(endpoint, credentialFor);
  return {
    me: (signal) => readMe(graph, signal),
    user: (username, signal) => readUser(graph, username, signal),
    devicesOfVm: (vmId, signal) => readDevicesOfVm(graph, vmId, signal),
    devicesNamed: (name, signal) => readDevicesNamed(graph, name, signal),
    signInApps: (principalId, signal) => readSignInApps(graph, principalId, signal),
    conditionalAccess: (principalId, appIds, signal) =>
      readConditionalAccess(graph, principalId, appIds, signal),
    perUserMfa: (principalId, signal) => readPerUserMfa(graph, principalId, signal),
  };
}
