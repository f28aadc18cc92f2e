import { symptomsOf } from '../known-symptom';

const checkNetwork = 'Check the network connection or VPN, and whether the VM is running.';
const checkPassword = 'Check user name and password; the user name begins with AzureAD\\.';

/** Exit codes of xfreerdp and sdl-freerdp, versions 2 and 3. Source: their headers, and runs of 2.11. */
export const freerdpSymptoms = symptomsOf(
  'freerdp',
  {
    source: 'https://github.com/FreeRDP/FreeRDP/blob/master/client/X11/xfreerdp.h',
    asOf: '2026-11-22',
  },
  [
    [0, 'FreeRDP ended as asked.', 'Nothing is wrong.', null],
    [
      1,
      'The VM closed the session, or FreeRDP could not start: no display, or no host in the file.',
      'Connect again; if nothing appeared, look at what FreeRDP wrote.',
      'rdp-client-ended',
    ],
    [[2, 12], 'The session was signed out.', 'Nothing is wrong.', 'rdp-client-ended'],
    [[3, 4], 'Nobody did anything for too long.', 'Connect again.', 'rdp-client-ended'],
    [
      5,
      'Somebody signed in to the same session from elsewhere.',
      'Connect again when they are done.',
      'rdp-client-ended',
    ],
    [[6, 129], 'Out of memory.', 'Close other programs and try again.', null],
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
      'Type the password when asked.',
      'no-stale-saved-credential',
    ],
    [11, 'The session was closed here, by its user.', 'Nothing is wrong.', null],
    [
      [16, 17, 18, 19, 20, 21, 25, 26],
      'Remote Desktop licensing failed.',
      'Ask the admin of the VM to look at its Remote Desktop licensing.',
      null,
    ],
    [
      [22, 23, 24, 128],
      'FreeRDP did not understand its command line or the .rdp file; in version 3, 22 to 24 can also be licensing.',
      'Look at what FreeRDP wrote; the .rdp file must be its first argument.',
      'rdp-client-ended',
    ],
    [32, 'The VM ended the session with an error of the RDP protocol.', 'Connect again.', 'rdp-client-ended'],
    [
      130,
      'The VM spoke RDP in a way FreeRDP does not understand.',
      'Use a newer FreeRDP.',
      'rdp-client-is-installed',
    ],
    [131, 'The connection failed or broke off.', checkNetwork, 'rdp-port-answers'],
    [
      [132, 134, 154],
      'The sign-in failed: user name or password was refused.',
      checkPassword,
      'pc-is-joined-or-registered',
    ],
    [
      [133, 161],
      'FreeRDP and the VM found no common way to sign in.',
      'Use FreeRDP 3 with /sec:aad for a web account; the VM may require Network Level Authentication.',
      'rdp-server-offers-entra-sign-in',
    ],
    [135, 'The account is locked after too many attempts.', 'Wait, or ask your admin to unlock it.', null],
    [
      [136, 137, 138, 255],
      'FreeRDP failed before or after connecting.',
      'Look at what FreeRDP wrote.',
      'rdp-client-ended',
    ],
    [
      [139, 140],
      "The VM's name does not resolve on this PC.",
      'Check the name; connect to the network of the VM, where its name resolves.',
      'target-name-resolves',
    ],
    [141, 'The VM could not be reached, or did not answer.', checkNetwork, 'rdp-port-answers'],
    [
      142,
      'The VM accepted the connection and then refused the session.',
      'Try again; if it stays, restart the VM.',
      null,
    ],
    [
      143,
      'TLS failed, as a rule because the certificate of the VM is not trusted or has changed. The same number means that FreeRDP was ended from outside (SIGTERM).',
      'Compare the fingerprint of the certificate and accept it if it is right.',
      'certificate-changed',
    ],
    [
      144,
      'This account lacks the privilege for it.',
      'Ask for Virtual Machine User Login or Administrator Login.',
      'login-role-is-assigned',
    ],
    [145, 'The connection was cancelled.', 'Nothing is wrong.', null],
    [
      147,
      'The connection was refused or closed at once: nothing listens on that port, the host is down, or the sign-in was refused without a word.',
      checkNetwork,
      'rdp-port-answers',
    ],
    [
      [148, 149, 152],
      'The password has expired or must be changed.',
      'Sign in to https://portal.azure.com in a browser, set a new password, and try again.',
      'password-is-permanent',
    ],
    [
      150,
      'No Kerberos server could be reached.',
      'Sign in with a web account (/sec:aad).',
      'rdp-client-is-installed',
    ],
    [[151, 153], 'The account is disabled.', 'Ask your admin to enable it.', null],
    [
      [155, 158],
      'This account may not sign in by Remote Desktop.',
      'Ask for Virtual Machine User Login or Administrator Login.',
      'login-role-is-assigned',
    ],
    [
      156,
      'A restriction of the account refuses the sign-in.',
      'Ask your admin.',
      'conditional-access-allows-the-route',
    ],
    [157, 'The account has expired.', 'Ask your admin.', null],
    [159, 'FreeRDP was given no credentials.', checkPassword, null],
    [160, 'The VM is starting.', 'Wait a minute and connect again.', 'vm-is-running'],
  ],
);
