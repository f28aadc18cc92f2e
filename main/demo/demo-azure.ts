import { type Cloud, clouds } from '../../shared/azure/cloud';
import type { Facts } from '../../shared/preflight/fact';
import type { ClientPc } from '../client-pc/client-pc';
import type { Network } from '../network/network';
import { armHandler } from './arm';
import { makeCertificate } from './certificate';
import { demoClientPc, demoPasswordSignIn } from './demo-client-pc';
import type { DemoHandler } from './demo-http';
import { demoNetwork } from './demo-network';
import { type DemoServer, startServer } from './demo-server';
import {
  accountCalled,
  countRequest,
  createDemoState,
  type DemoState,
  type RequestCounters,
  type RequestKind,
} from './demo-state';
import { entraIdHandler, verifyDemoToken } from './entra-id';
import { graphHandler } from './graph';
import { createListeners } from './listeners';
import { portalHandler } from './portal';
import type { DemoAccount, DemoTenant } from './tenant-schema';

export interface DemoAzureOptions {
  readonly tenant: DemoTenant;
  /** Added to every HTTP answer, name resolution, connection and RDP negotiation; else the tenant's own. */
  readonly delayMs?: number | undefined;
  /** Fills the tenant up with made-up VMs to this many; else the tenant's own. */
  readonly scale?: number | undefined;
  /** Port of Entra ID's server; the others take free ones. */
  readonly port?: number | undefined;
  /** The account the sign-in page picks by itself; without one, the page asks. */
  readonly account?: string | null | undefined;
}

/** A running demo Azure. Nothing of it is left after `close`, and nothing of it was written anywhere. */
export interface DemoAzure {
  /** Where it is. Only a client that is handed `trustedCertificate` believes it. */
  readonly cloud: Cloud;
  /** PEM. */
  readonly trustedCertificate: string;
  readonly tenant: DemoTenant;
  /** For tests: everything that can be changed while it runs. */
  readonly state: DemoState;
  readonly network: Network;
  readonly requests: RequestCounters;
  /** Without letter case; undefined for a stranger. */
  account(username: string): DemoAccount | undefined;
  /** `real` asks for this machine to be looked at. */
  clientPc(username: string): ClientPc | 'real';
  passwordSignIn(username: string): Facts['passwordSignIn'];
  /** Nothing of Azure can be reached until `goOnline`; the VMs still can. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  close(): Promise<void>;
}

/** @throws AppError `unreachable` when no port can be opened on loopback. */
export async function startDemoAzure(options: DemoAzureOptions): Promise<DemoAzure> {
  const tenant = { ...options.tenant, scale: options.scale ?? options.tenant.scale };
  const delayMs = options.delayMs ?? tenant.delayMs;
  const certificate = makeCertificate();
  const authority = await startServer(certificate, { delayMs, port: options.port ?? 0 });
  const arm = await startServer(certificate, { delayMs, port: 0 });
  const graph = await startServer(certificate, { delayMs, port: 0 });

  const origins = { authority: authority.origin, arm: arm.origin, graph: graph.origin };
  const state = createDemoState(tenant, origins, options.account ?? null);
  const entraId = entraIdHandler(state);
  const portal = portalHandler(state);
  serveCounted(state, authority, 'entra-id', async (request) => (await entraId(request)) ?? portal(request));
  serveCounted(state, arm, 'arm', armHandler(state, verifyDemoToken));
  serveCounted(state, graph, 'graph', graphHandler(state, verifyDemoToken));

  const listeners = createListeners(delayMs);
  const servers = [authority, arm, graph];
  const all = async (deed: (server: DemoServer) => Promise<void>): Promise<void> => {
    await Promise.all(servers.map(deed));
  };
  return {
    cloud: {
      ...clouds[tenant.cloud],
      name: `${tenant.name} (demo)`,
      ...origins,
      portal: `${origins.authority}/portal`,
    },
    trustedCertificate: certificate.certificate,
    tenant,
    state,
    network: demoNetwork(state, listeners, delayMs),
    requests: state.requests,
    account: (username) => accountCalled(state, username),
    clientPc: (username) => demoClientPc(state, username),
    passwordSignIn: (username) => demoPasswordSignIn(state, username),
    goOffline: () => all((server) => server.pause()),
    goOnline: () => all((server) => server.resume()),
    async close() {
      await Promise.all([all((server) => server.close()), listeners.close()]);
    },
  };
}

function serveCounted(state: DemoState, server: DemoServer, kind: RequestKind, handler: DemoHandler): void {
  server.serve(handler, (request, { status }) => {
    const isResourceGraph = kind === 'arm' && /\/microsoft\.resourcegraph\//i.test(request.path);
    countRequest(state, isResourceGraph ? 'resource-graph' : kind, request, status);
  });
}
