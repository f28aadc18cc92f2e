import { spawn } from 'node:child_process';
import { CloudId, clouds } from '../shared/azure/cloud';
import { AppError } from '../shared/errors/app-error';
import { azureCli } from './auth/run-azure-cli';
import { keychain } from './auth/secret-store';
import { createSession } from './auth/sign-in';
import { thisClientPc } from './client-pc/this-client-pc';
import { composeServices } from './compose-services';
import { systemNetwork } from './network/system-network';
import type { Services, ServicesOptions } from './services';
import { lastListsFolder, libraryFolder, settingsFolder, signInFolder } from './settings/folders';
import { openSettingsStore } from './settings/open-settings-store';
import { log } from './support/log';

/**
 * Settings in, rooms out. Nothing is asked of Azure before the first call.
 *
 * @throws AppError `invalid-request` for a cloud, demo file or demo account that is none; `unreadable` for
 *   settings that cannot be used.
 */
export async function createServices(options: ServicesOptions): Promise<Services> {
  if (options.demo) {
    const { createDemoServices } = await import('./create-demo-services');
    return createDemoServices(options);
  }
  const settings = openSettingsStore(settingsFolder());
  const { organisation } = await settings.read();
  const endpoint = { cloud: clouds[cloudFrom(options.cloud ?? organisation?.cloud ?? 'global')] };
  // An app registration belongs to one cloud: in another one its client id means nothing.
  const isOwnCloud = organisation?.cloud === endpoint.cloud.id;
  const clientId = isOwnCloud ? organisation.clientId : null;
  const session = createSession({
    mode: 'real',
    endpoint,
    clientId,
    tenant: options.tenant ?? (isOwnCloud ? organisation.tenant : null),
    organisation: isOwnCloud ? (organisation.name ?? null) : null,
    folder: signInFolder(),
    secretStore: keychain(),
    openBrowser: options.openBrowser ?? openSystemBrowser,
    azureCli: azureCli(),
    demoAccounts: [],
    log: (message, error) => {
      log().warn(message, error);
    },
  });
  return composeServices(
    {
      mode: 'real',
      endpoint,
      settings,
      libraryFolder: libraryFolder(),
      lastListsFolder: lastListsFolder(`${endpoint.cloud.id}-${clientId ?? 'none'}`),
      session,
      network: systemNetwork(),
      clientPc: thisClientPc(),
      isDescribedPc: false,
      // Entra ID does not tell how somebody signed in, and we do not ask for passwords: never is the honest answer.
      passwordSignIn: async () => ({ lastAt: null }),
      close: async () => {},
    },
    options,
  );
}

function cloudFrom(text: string): CloudId {
  const { data } = CloudId.safeParse(text);
  if (data) return data;
  throw new AppError('invalid-request', `There is no cloud ${text}: choose ${CloudId.options.join(', ')}.`);
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  // Unlike `start`, this takes the address as it is: no shell reads it.
  win32: [
    `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\rundll32.exe`,
    'url.dll,FileProtocolHandler',
  ],
  darwin: ['/usr/bin/open'],
};

function openSystemBrowser(url: string): Promise<void> {
  const [program, ...before] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const browser = spawn(program, [...before, url], { stdio: 'ignore', detached: true });
    browser.once('spawn', () => {
      browser.unref();
      resolve();
    });
    browser.once('error', (cause) => {
      const message =
        'No browser could be opened here. Sign in with a code instead: entra-rdp sign-in --device-code.';
      reject(new AppError('not-here', message, { cause }));
    });
  });
}
