import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../../support/paths.mjs';

/**
 * Signs an account in to a demo Azure that runs in a process of its own, and hands `work` what a pre-flight touches.
 * Names resolve and ports answer through real loopback sockets of this process, delayed alike.
 */
export async function withDemoWorld(rooms, roomsFile, { username, delayMs = 0, scale = 0 }, work) {
  const tenant = await rooms.loadDemoTenant(null);
  const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-bench-'));
  const options = { delayMs, account: username, ...(scale && { scale }) };
  const server = fork(at('build/bench/rooms/demo-process.mjs'), [roomsFile, JSON.stringify(options)]);
  const listeners = rooms.createListeners(delayMs);
  let session;
  try {
    const [{ cloud, trustedCertificate, origins }] = await once(server, 'message');
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
      }),
    });
  } finally {
    session?.close();
    await listeners.close();
    server.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}
