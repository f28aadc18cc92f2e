import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../../support/paths.mjs';
import { farAddress, forward, isOnLink } from './link.mjs';

/**
 * Signs an account in to a demo Azure that runs in a process of its own, and hands `work` what a pre-flight touches.
 * Names resolve and ports answer through real loopback sockets of this process, delayed alike.
 */
export async function withDemoWorld(rooms, roomsFile, { username, delayMs = 0, scale = 0 }, work) {
  const tenant = await rooms.loadDemoTenant(null);
  const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-bench-'));
  const server = startServer(roomsFile, {
    // Beside a link it is the link that delays; what is asked of this PC's network never crosses it.
    delayMs: isOnLink ? 0 : delayMs,
    account: username,
    ...(scale && { scale }),
    ...(isOnLink && { farAddress }),
  });
  let forwards = [];
  const listeners = rooms.createListeners(delayMs);
  let session;
  try {
    const [{ cloud, trustedCertificate, origins }] = await once(server, 'message');
    if (isOnLink) forwards = await Promise.all(Object.values(origins).map(forwardTo));
    const endpoint = { cloud, trustedCertificate };
    session = rooms.createSession({
      mode: 'demo',
      endpoint,
      clientId: tenant.clientId,
      tenant: tenant.id,
      organisation: tenant.name,
      folder,
      secretStore: rooms.noKeychain,
      openBrowser: rooms.demoBrowser(trustedCertificate),
      azureCli: () => Promise.reject(new Error('The demo Azure has no Azure CLI.')),
      demoAccounts: [],
      preferredUsername: username,
      log: () => undefined,
    });
    await session.signIn('browser', { signal: AbortSignal.timeout(60_000) });
    const state = rooms.createDemoState(tenant, origins, username);
    return await work({
      endpoint,
      session,
      tenant: { id: tenant.id, name: tenant.name },
      vmCalled: (name) => [...state.vms.values()].find((vm) => vm.name === name).id,
      /** For one run: as in the product, clients are made anew, and connections and tokens are kept. */
      worldFor: (question, signal) => ({
        question,
        signal,
        cloud: cloud.id,
        account: (signal) => session.account(signal),
        azure: rooms.createAzureReader(endpoint, rooms.azureCredential(session.tokens)),
        entra: rooms.createEntraReader(endpoint, (permission) =>
          rooms.azureCredential(session.tokens, undefined, 'graph', [permission]),
        ),
        network: rooms.demoNetwork(state, listeners, delayMs),
        clientPc: rooms.demoClientPc(state, username),
        passwordSignIn: async () => ({ lastAt: null }),
        rememberedNames: async () => [],
        signedFiles: async () => ({ used: [], passedOver: [] }),
      }),
    });
  } finally {
    session?.close();
    await listeners.close();
    server.disconnect();
    for (const one of forwards) one.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function startServer(roomsFile, options) {
  const words = [at('build/bench/rooms/demo-process.mjs'), roomsFile, JSON.stringify(options)];
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
  return isOnLink
    ? spawn('ip', ['netns', 'exec', 'far', process.execPath, ...words], { stdio })
    : spawn(process.execPath, words, { stdio });
}

function forwardTo(origin) {
  return forward({ port: Number(new URL(origin).port), from: '127.0.0.1', to: farAddress });
}
