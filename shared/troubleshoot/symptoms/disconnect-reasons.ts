import { symptomsOf } from '../known-symptom';

const tryAgain = 'Try again; if it stays, restart the VM.';
const checkNetwork = 'Check the network connection or VPN, and whether the VM is running.';
const checkName = 'Check the name; connect to the network of the VM, where its name resolves.';
const seeLicence =
  'Ask the admin of the VM to look at its Remote Desktop licensing; mstsc /admin gets around it.';

/**
 * Why the Windows client ended, as event 1026 of its log and its message box say. mstsc's exit code tells
 * none of them.
 */
export const disconnectSymptoms = symptomsOf(
  'disconnect',
  {
    source: 'https://learn.microsoft.com/windows/win32/termserv/imstscaxevents-ondisconnected',
    asOf: '2026-11-22',
  },
  [
    [
      0,
      'The client gave no reason.',
      'Look at the events of the RDP client around that time.',
      'rdp-client-ended',
    ],
    [[1, 2], 'The session was closed here, by its user.', 'Nothing is wrong.', 'rdp-client-ended'],
    [
      3,
      'The VM closed the session: it was signed out, restarted, or its screen was locked.',
      'Connect again.',
      'rdp-client-ended',
    ],
    [[260, 520, 1288, 1540], "The VM's name does not resolve on this PC.", checkName, 'target-name-resolves'],
    [[262, 518, 774], 'This PC ran out of memory.', 'Close other programs and try again.', null],
    [
      263,
      'The sign-in failed, or the warning about the identity of the VM was dismissed.',
      'Try again and read the warning; check user name and password.',
      'rdp-client-ended',
    ],
    [[264, 1796], 'The VM did not answer in time.', checkNetwork, 'rdp-port-answers'],
    [516, 'The VM could not be reached, or refused the connection.', checkNetwork, 'rdp-port-answers'],
    [[772, 1028, 2308, 4360], 'The connection broke off.', checkNetwork, 'rdp-port-answers'],
    [
      [776, 2052],
      'The address of the VM is not valid.',
      'Connect to the computer name of the VM.',
      'target-is-a-host-name',
    ],
    [
      [1030, 1542, 2310, 2566, 1286, 2822, 3078, 3080, 1032, 1544],
      'Client and VM could not agree on how to secure the connection, or a packet was damaged on the way.',
      tryAgain,
      null,
    ],
    [1798, 'The certificate of the VM could not be read.', tryAgain, 'certificate-changed'],
    [
      2607,
      'A client that is not of Windows signed in with a password, which this VM takes from Windows PCs of its tenant only.',
      'Switch the web account on (enablerdsaadauth:i:1).',
      'rdp-server-offers-entra-sign-in',
    ],
    [
      2055,
      'The sign-in failed: user name or password was refused.',
      'Check both, and that the user name begins with AzureAD\\ where this PC is only registered.',
      'pc-is-joined-or-registered',
    ],
    [[2056, 2312], 'Remote Desktop licensing failed.', seeLicence, null],
    [
      2567,
      'The VM knows no such account.',
      'Write the user name as AzureAD\\user@domain.com, and check that you have a login role.',
      'login-role-is-assigned',
    ],
    [2823, 'The account is disabled.', 'Ask your admin to enable it.', null],
    [
      2825,
      'The VM requires Network Level Authentication, which this client did not offer.',
      'Use a current client, with enablecredsspsupport switched on.',
      'rdp-client-is-installed',
    ],
    [
      3079,
      'A restriction of the account (hours, places, policy) refuses the sign-in.',
      'Ask your admin.',
      'conditional-access-allows-the-route',
    ],
    [3335, 'The account is locked after too many attempts.', 'Wait, or ask your admin to unlock it.', null],
    [3591, 'The account has expired.', 'Ask your admin.', null],
    [
      [3847, 4615],
      'The password has expired or must be changed.',
      'Sign in to https://portal.azure.com in a browser, set a new password, and try again.',
      'password-is-permanent',
    ],
    [
      [5639, 5895],
      'A policy of this PC does not let it pass your sign-in on to the VM.',
      'Ask your admin about the policies on credential delegation.',
      'remote-credential-guard-is-off',
    ],
    [
      6151,
      'Nobody could be reached who can check this account: as a rule the user name lacks AzureAD\\, or this PC is not in the tenant of the VM.',
      'Write AzureAD\\user@domain.com, or sign in with a web account.',
      'pc-is-in-the-vms-tenant',
    ],
    [
      6919,
      'A certificate has expired.',
      'Check the clock; ask for a new certificate for the VM.',
      'certificate-changed',
    ],
    [7175, 'The PIN of the smart card was wrong.', 'Try again with the right one.', null],
    [7943, 'The sign-in was broken off.', 'Try again.', 'rdp-client-ended'],
    [
      8455,
      'The VM does not take saved passwords.',
      'Delete the saved password and type it when asked.',
      'no-stale-saved-credential',
    ],
    [8711, 'The smart card is blocked.', 'Ask your admin to unblock it.', null],
    [
      4224,
      'A web account was used with an IP address.',
      'Connect to the computer name of the VM instead of its address.',
      'target-is-a-host-name',
    ],
  ],
);

/** What the VM adds to the reason. */
export const extendedDisconnectSymptoms = symptomsOf(
  'extended-disconnect',
  {
    source: 'https://learn.microsoft.com/windows/win32/termserv/extendeddisconnectreasoncode',
    asOf: '2026-11-22',
  },
  [
    [
      [1, 2, 11],
      'The session was closed or signed out from within, or by an admin.',
      'Connect again.',
      'rdp-client-ended',
    ],
    [[3, 4], 'Nobody did anything for too long.', 'Connect again.', 'rdp-client-ended'],
    [
      5,
      'Somebody signed in to the same session from elsewhere.',
      'Connect again when they are done.',
      'rdp-client-ended',
    ],
    [6, 'The VM ran out of memory.', 'Ask for the VM to be restarted or made larger.', null],
    [
      [7, 8],
      'The VM refused the connection.',
      'Ask the admin of the VM to look at its Remote Desktop settings.',
      'rdp-port-answers',
    ],
    [
      9,
      'This account may not sign in by Remote Desktop.',
      'Ask for Virtual Machine User Login or Administrator Login.',
      'login-role-is-assigned',
    ],
    [
      10,
      'The VM does not take saved passwords.',
      'Delete the saved password and type it when asked.',
      'no-stale-saved-credential',
    ],
    [
      [256, 257, 258, 259, 260, 261, 262, 263, 264, 265, 266, 267],
      'Remote Desktop licensing failed.',
      seeLicence,
      null,
    ],
    [768, 'User name or password was refused.', 'Check both.', 'pc-is-joined-or-registered'],
  ],
);
