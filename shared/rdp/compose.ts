import { AppError } from '../errors/app-error';
import { addressIn, isHostName } from '../network/host-name';
import type { RdpSetting } from './setting';
import { type KnownSettings, writtenSettings } from './written-settings';

/** What becomes one .rdp file. */
export interface ProfilePlan {
  /** A host name; for the password route also an IP address. */
  readonly address: string;
  readonly port: number;
  /** `ada@contoso.com`, with or without `AzureAD\`; for the password route also `CONTOSO\ada`. Null leaves the line out. */
  readonly username: string | null;
  readonly route: 'web-account' | 'password';
}

/**
 * The settings of one profile, in the order they are written.
 *
 * Every line that matters to security is written even where it says what clients assume, as their
 * assumptions differ. Nothing is redirected: since April 2026 each redirection is one more question.
 *
 * @throws AppError `invalid-request` for an IP address on the web-account route, and for an address, port or
 *   user name that no file could carry.
 */
export function composeProfile(plan: ProfilePlan): RdpSetting[] {
  const isWebAccount = plan.route === 'web-account';
  return [...composeConnection(plan), ...settingsOf(alikeFor(isWebAccount))];
}

/**
 * The first lines of a profile, in which files of one route and the same settings differ: where it leads, and
 * whose account.
 *
 * @throws AppError as `composeProfile`.
 */
export function composeConnection(plan: ProfilePlan): RdpSetting[] {
  const address = addressWithPort(plan);
  const username = usernameFor(plan);
  return [
    { name: 'full address', type: 's', value: address },
    { name: 'alternate full address', type: 's', value: address },
    { name: 'server port', type: 'i', value: String(plan.port) },
    ...(username === null ? [] : [{ name: 'username', type: 's', value: username } as const]),
  ];
}

function alikeFor(isWebAccount: boolean): KnownSettings {
  return {
    enablerdsaadauth: isWebAccount ? 1 : 0,
    // A saved password of somebody else would be tried first and fail without a word of why.
    'prompt for credentials': isWebAccount ? 0 : 1,
    ...alike,
  };
}

const alike: KnownSettings = {
  enablecredsspsupport: 1,
  'authentication level': 2,
  'negotiate security layer': 1,
  promptcredentialonce: 0,
  gatewayhostname: '',
  gatewayusagemethod: 0,
  gatewaycredentialssource: 4,
  gatewayprofileusagemethod: 1,
  redirectclipboard: 0,
  drivestoredirect: '',
  redirectdrives: 0,
  redirectprinters: 0,
  // FreeRDP takes either of these two lines alone as "on".
  redirectcomports: 0,
  redirectposdevices: 0,
  redirectsmartcards: 0,
  redirectwebauthn: 0,
  redirectlocation: 0,
  devicestoredirect: '',
  camerastoredirect: '',
  usbdevicestoredirect: '',
  audiocapturemode: 0,
  audiomode: 0,
  remoteapplicationmode: 0,
  'alternate shell': '',
  'shell working directory': '',
  'screen mode id': 2,
  displayconnectionbar: 1,
  'use multimon': 0,
  'dynamic resolution': 1,
  'session bpp': 32,
  compression: 1,
  networkautodetect: 1,
  bandwidthautodetect: 1,
  'autoreconnection enabled': 1,
};

function settingsOf(settings: KnownSettings): RdpSetting[] {
  return Object.entries(writtenSettings).flatMap(([name, type]) => {
    const value = settings[name as keyof KnownSettings];
    return value === undefined ? [] : [{ name, type, value: String(value) }];
  });
}

function addressWithPort({ address, port, route }: ProfilePlan): string {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw invalid(`${port} is not a TCP port (1 to 65535)`);
  }
  const host = hostIn(address, route);
  // In clients that read both, now the address and now `server port` wins: they must agree.
  return port === 3389 && !host.startsWith('[') ? host : `${host}:${port}`;
}

function hostIn(address: string, route: ProfilePlan['route']): string {
  if (isHostName(address)) return address;
  const plain = addressIn(address);
  if (plain === null) throw invalid(`“${address}” is neither a host name nor an IP address`);
  if (route === 'web-account') {
    throw invalid(
      `a web account needs the VM's host name, and ${address} is an IP address. Use the computer name of the VM, or sign in with a password`,
      'target-is-a-host-name',
    );
  }
  return plain.includes(':') ? `[${plain}]` : plain;
}

// Not the whole grammar of a user principal name: only what would break the line or change who signs in.
const upn = /^[^\s\\/"[\]:;|=,*?<>\p{Cc}\p{Cf}@]+@[^\s\\/"[\]:;|=,*?<>\p{Cc}\p{Cf}@]+$/u;

/** The same of an account of a domain, or of the computer itself: `CONTOSO\ada`, `.\ada`, `ada`. */
const windowsAccount = /^(?:[^\s\\/"[\]:;|=,*?<>\p{Cc}\p{Cf}@]+\\)?[^\\/"[\]:;|=,*?<>\p{Cc}\p{Cf}@]+$/u;

/** Whether Windows knows the account and Entra ID does not: a VM that is joined to Entra ID alone refuses it. */
export function isWindowsAccount(username: string): boolean {
  return windowsAccount.test(username.trim()) && !/^AzureAD\\/i.test(username.trim());
}

/**
 * As a file spells it.
 *
 * @throws AppError `invalid-request` for a name that no file could carry, and for an account of Windows on the
 *   web-account route.
 */
export function usernameFor({ username, route }: Pick<ProfilePlan, 'username' | 'route'>): string | null {
  if (username === null) return null;
  const plain = username.trim().replace(/^AzureAD\\/i, '');
  if (plain.length <= 1000 && upn.test(plain)) {
    return route === 'web-account' ? plain : `AzureAD\\${plain}`;
  }
  if (plain.length > 1000 || !isWindowsAccount(username)) {
    throw invalid(`“${username}” is not a user name like user@domain.com`);
  }
  if (route === 'password') return plain;
  throw invalid(
    `“${plain}” is an account of a Windows domain or computer, and a web account is one of Entra ID. Write user@domain.com, or sign in with a password`,
  );
}

function invalid(problem: string, help?: 'target-is-a-host-name'): AppError {
  return new AppError(
    'invalid-request',
    `The connection file could not be written: ${problem}.`,
    help ? { help } : {},
  );
}
