import { join } from 'node:path';
import { AppError } from '../shared/errors/app-error';
import { noKeychain } from './auth/secret-store';
import { createSession } from './auth/sign-in';
import { thisClientPc } from './client-pc/this-client-pc';
import { composeServices } from './compose-services';
import { type DemoAzure, startDemoAzure } from './demo/demo-azure';
import { demoBrowser } from './demo/entra-browser';
import { loadDemoTenant } from './demo/load-demo-tenant';
import type { DemoTenant } from './demo/tenant-schema';
import type { Services, ServicesOptions } from './services';
import { demoLibraryFolder, lastListsFolder, settingsFolder, signInFolder } from './settings/folders';
import { openSettingsStore } from './settings/open-settings-store';
import { log } from './support/log';

/**
 * The same rooms on the demo Azure: real MSAL, real SDKs, real HTTPS, and nothing leaves the machine. Its
 * certificate is trusted by these clients alone. Somebody is signed in from the start.
 */
export async function createDemoServices(options: ServicesOptions): Promise<Services> {
  const tenant = await loadDemoTenant(options.demoFile ?? null);
  const username = accountIn(tenant, options.demoAccount);
  const azure = await startDemoAzure({ tenant, account: username });
  try {
    return await signedIn(azure, username, options);
  } catch (error) {
    await azure.close();
    throw error;
  }
}

async function signedIn(azure: DemoAzure, username: string, options: ServicesOptions): Promise<Services> {
  const { cloud, trustedCertificate, tenant } = azure;
  const session = createSession({
    mode: 'demo',
    endpoint: { cloud, trustedCertificate },
    clientId: tenant.clientId,
    tenant: tenant.id,
    organisation: tenant.name,
    folder: join(signInFolder(), 'demo'),
    secretStore: noKeychain,
    openBrowser: demoBrowser(trustedCertificate),
    azureCli: () =>
      Promise.reject(
        new AppError('not-here', 'The demo Azure has no Azure CLI. Choose another way to sign in.'),
      ),
    demoAccounts: tenant.accounts.map(({ username: name, description }) => ({ username: name, description })),
    preferredUsername: username,
    log: (message, error) => {
      log().warn(message, error);
    },
  });
  await session.signIn('browser', { signal: AbortSignal.timeout(30_000) });
  if (tenant.faults.offline) await azure.goOffline();

  const pc = azure.clientPc(username);
  return composeServices(
    {
      mode: 'demo',
      endpoint: { cloud, trustedCertificate },
      // Favourites of made-up VMs do not belong among a person's own.
      settings: openSettingsStore(join(settingsFolder(), 'demo')),
      libraryFolder: demoLibraryFolder(),
      lastListsFolder: lastListsFolder('demo'),
      session,
      network: azure.network,
      clientPc: pc === 'real' ? thisClientPc() : pc,
      isDescribedPc: pc !== 'real',
      passwordSignIn: async (who) => azure.passwordSignIn(who),
      close: () => azure.close(),
    },
    options,
  );
}

function accountIn({ accounts, defaultAccount }: DemoTenant, wanted: string | undefined): string {
  const name = wanted ?? defaultAccount;
  const found = accounts.find(({ username }) => username.toLowerCase() === name.toLowerCase());
  if (found) return found.username;
  const known = accounts.map(({ username }) => username).join(', ');
  throw new AppError('invalid-request', `The demo tenant has no account ${name}. Its accounts: ${known}.`, {
    help: 'demo-azure',
  });
}
