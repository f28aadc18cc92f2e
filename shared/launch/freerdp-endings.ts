import type { HelpTopicId } from '../errors/help-topics';

/** One way FreeRDP ends. */
export interface FreerdpEnding {
  readonly codes: readonly number[];
  /** Tells endings of one code apart by what FreeRDP wrote; the one without it is left. */
  readonly says?: RegExp;
  readonly wasGood?: true;
  readonly cause: string;
  /** The cause where only the code is at hand, and not what FreeRDP wrote. */
  readonly causeByCode?: string;
  readonly remedy?: string;
  readonly help?: HelpTopicId;
}

export const freerdpEndingsFrom = {
  source: 'https://github.com/FreeRDP/FreeRDP/blob/master/client/X11/xfreerdp.h',
  asOf: '2026-11-22',
} as const;

const askForRole = 'It needs the role Virtual Machine User Login or Virtual Machine Administrator Login.';
const checkPassword = 'Check user name and password; the user name begins with AzureAD\\.';
const checkNetwork = 'Check the network connection or VPN, and whether the VM is running.';

/**
 * What FreeRDP's exit codes mean, versions 2 and 3, the special before the general.
 * Source: its header named above, and xfreerdp 2.11.7 measured against xrdp and freerdp-shadow, 2026-11-22. A code
 * is what is left of an error number in one byte, so some stand for several endings.
 */
export const freerdpEndings: readonly FreerdpEnding[] = [
  {
    codes: [1],
    says: /failed to open display/i,
    cause: 'FreeRDP found no display to open its window on.',
    remedy: 'Start it from a graphical session (DISPLAY is not set).',
  },
  {
    codes: [1, 22, 23, 24],
    says: /hostname was not specified|usage:|failed to parse|could not .*(open|read).*\.rdp/i,
    cause: 'FreeRDP could not read the connection file.',
    remedy: 'Connect again, so that it is written anew.',
  },
  { codes: [0], wasGood: true, cause: 'The session ended normally.' },
  {
    codes: [1],
    wasGood: true,
    cause: 'The session was disconnected.',
    causeByCode:
      'The session was disconnected, or FreeRDP could not start: it found no display, or no host in the file.',
  },
  { codes: [2, 12], wasGood: true, cause: 'You signed out of the VM, which ended the session.' },
  { codes: [11], wasGood: true, cause: 'The session was disconnected by its user.' },
  {
    codes: [3],
    cause: 'The VM ended the session because it was idle for too long.',
    remedy: 'Connect again.',
  },
  {
    codes: [4],
    cause: 'The VM ended the session because signing in took too long.',
    remedy: 'Connect again.',
  },
  {
    codes: [5],
    cause: 'Another connection to the VM took over this session.',
    remedy: 'Connect again when the other one is done.',
  },
  {
    codes: [6],
    cause: 'The VM ran out of memory and ended the session.',
    remedy: 'Try again later, or ask an admin to look at the VM.',
  },
  {
    codes: [7],
    cause: 'The VM refused the connection.',
    remedy: `Ask the admin of the VM to look at its Remote Desktop settings, and whether your account may sign in. ${askForRole}`,
    help: 'login-role-is-assigned',
  },
  {
    codes: [8],
    cause: 'The VM insists on FIPS encryption, which this client did not offer.',
    remedy: 'Use another client.',
  },
  {
    codes: [9, 144, 155, 158],
    cause: 'The VM refused the connection: this account may not sign in to it by Remote Desktop.',
    remedy: askForRole,
    help: 'login-role-is-assigned',
  },
  {
    codes: [10, 159],
    cause: 'The VM asked for a user name and password again, and got none.',
    remedy: 'Connect again and type them.',
    help: 'no-stale-saved-credential',
  },
  {
    codes: [16, 17, 18, 19, 20, 21, 25, 26],
    cause: 'The VM refused the connection for want of a Remote Desktop licence.',
    remedy: 'Tell whoever runs it.',
  },
  {
    codes: [22, 23, 24, 128],
    cause: 'FreeRDP did not accept its command line or the connection file.',
    causeByCode:
      'FreeRDP did not accept its command line or the connection file, which must come first on it; in version 3, 22 to 24 can also be the licence of the VM.',
    remedy: 'A newer FreeRDP may help.',
  },
  {
    codes: [32],
    cause: 'The VM ended the session with an error of the RDP protocol.',
    remedy: 'Connect again.',
  },
  { codes: [129], cause: 'FreeRDP ran out of memory.', remedy: 'Close other programs and try again.' },
  {
    codes: [130],
    cause: 'The VM spoke RDP in a way FreeRDP does not understand.',
    remedy: 'Use a newer FreeRDP.',
    help: 'rdp-client-is-installed',
  },
  {
    codes: [131],
    cause:
      'The VM dropped the connection after it was up. With a password, this is how some servers answer a wrong one.',
    remedy: checkNetwork,
  },
  {
    codes: [132, 134, 154],
    cause: 'The VM did not accept the user name and password.',
    remedy: `${checkPassword} FreeRDP 2 cannot sign in to Windows with a web account.`,
  },
  {
    codes: [133, 161],
    cause:
      'FreeRDP and the VM found no way to sign in that both know. A VM that insists on network level authentication turns Entra ID accounts of FreeRDP 2 away.',
    remedy: 'FreeRDP 3 can sign in with a web account.',
    help: 'rdp-server-offers-entra-sign-in',
  },
  { codes: [135], cause: 'The account is locked.', remedy: 'Wait, or ask an admin to unlock it.' },
  {
    codes: [136, 137, 138, 255],
    cause: 'FreeRDP failed before or after connecting.',
    remedy: 'Look at what it wrote.',
  },
  {
    codes: [139, 140],
    cause: 'The name of the VM did not resolve.',
    remedy: 'Connect to the network or VPN whose DNS knows it, and try again.',
    help: 'target-name-resolves',
  },
  {
    codes: [141],
    cause:
      'No connection to the VM came about: there is no route to it, or something on the way drops the packets.',
    remedy: checkNetwork,
    help: 'rdp-port-answers',
  },
  {
    codes: [142],
    cause: 'The VM accepted the connection and then refused the session.',
    remedy: 'Try again; if it stays, restart the VM.',
  },
  {
    codes: [143],
    says: /does not match the certificate used for previous connections|HOST IDENTIFICATION HAS CHANGED/i,
    cause:
      'The certificate of the VM is another one than last time, so FreeRDP stopped. That is normal for a VM that was made anew, and else a reason to ask before going on.',
    help: 'certificate-changed',
  },
  {
    codes: [143],
    says: /certificate not trusted|certificate verification failure|name mismatch/i,
    cause: 'The certificate of the VM was not accepted, so FreeRDP stopped before signing in.',
    help: 'certificate-changed',
  },
  {
    codes: [143],
    cause: 'FreeRDP and the VM could not agree on an encrypted connection (TLS).',
    causeByCode:
      'TLS failed, as a rule because the certificate of the VM is not trusted or has changed. The same number means that FreeRDP was ended from outside (SIGTERM).',
    remedy: 'Compare the fingerprint of the certificate and accept it if it is right.',
    help: 'certificate-changed',
  },
  { codes: [145], cause: 'The connection was given up before it was made.', remedy: 'Connect again.' },
  {
    codes: [147],
    says: /broken pipe|connection refused/i,
    cause: 'Nothing answers on the port of the VM: the connection was refused.',
    remedy: 'Remote Desktop may be off there, or the VM is still starting.',
    help: 'rdp-port-answers',
  },
  {
    codes: [147],
    cause: 'The VM hung up while the connection was being made. Some servers do so after a wrong password.',
    causeByCode:
      'The connection was refused or closed at once: nothing listens on that port, the host is down, or the sign-in was refused without a word.',
    remedy: checkNetwork,
    help: 'rdp-port-answers',
  },
  {
    codes: [148, 149, 152],
    cause: 'The password has run out and must be changed.',
    remedy: 'Change it at https://myaccount.microsoft.com first.',
    help: 'password-is-permanent',
  },
  {
    codes: [150],
    cause: 'No domain controller could be reached to check the password.',
    remedy: 'Sign in with a web account.',
    help: 'rdp-client-is-installed',
  },
  { codes: [151, 153, 157], cause: 'The account is disabled or has run out.', remedy: 'Ask an admin.' },
  {
    codes: [156],
    cause: 'A policy forbids this account to sign in to the VM this way.',
    remedy: 'Ask an admin.',
    help: 'conditional-access-allows-the-route',
  },
  {
    codes: [160],
    cause: 'The VM is still starting.',
    remedy: 'Try again in a minute.',
    help: 'vm-is-running',
  },
];
