import type { HelpTopicId } from '../errors/help-topics';
import type { ClientExit, ExitExplanation } from './exit';

interface Ending {
  readonly codes: readonly number[];
  /** Tells endings of one code apart by what FreeRDP wrote. */
  readonly says?: RegExp;
  readonly wasGood?: true;
  readonly explanation: string;
  readonly help?: HelpTopicId;
}

/**
 * What FreeRDP's exit codes mean, the special before the general.
 * Source: FreeRDP's client/X11/xfreerdp.h, and xfreerdp 2.11.7 measured against xrdp and freerdp-shadow,
 * 2026-11-22. A code is what is left of an error number in one byte, so some stand for several endings.
 */
export const freerdpEndings: readonly Ending[] = [
  {
    codes: [1],
    says: /failed to open display/i,
    explanation:
      'FreeRDP found no display to open its window on. Start it from a graphical session (DISPLAY is not set).',
  },
  {
    codes: [1, 22, 23, 24],
    says: /hostname was not specified|usage:|failed to parse|could not .*(open|read).*\.rdp/i,
    explanation: 'FreeRDP could not read the connection file. Connect again, so that it is written anew.',
  },
  { codes: [0], wasGood: true, explanation: 'The session ended normally.' },
  { codes: [1], wasGood: true, explanation: 'The session was disconnected.' },
  { codes: [2, 12], wasGood: true, explanation: 'You signed out of the VM, which ended the session.' },
  { codes: [11], wasGood: true, explanation: 'The session was disconnected by its user.' },
  { codes: [3], explanation: 'The VM ended the session because it was idle for too long.' },
  { codes: [4], explanation: 'The VM ended the session because signing in took too long.' },
  { codes: [5], explanation: 'Another connection to the VM took over this session.' },
  { codes: [6], explanation: 'The VM ran out of memory and ended the session.' },
  {
    codes: [7, 9, 155],
    explanation:
      'The VM refused the connection: this account may not sign in to it. It needs the role Virtual Machine User Login or Virtual Machine Administrator Login.',
    help: 'login-role-is-assigned',
  },
  {
    codes: [8],
    explanation: 'The VM insists on FIPS encryption, which this client did not offer.',
  },
  {
    codes: [10, 159],
    explanation:
      'The VM asked for a user name and password again, and got none. Connect again and type them.',
  },
  {
    codes: [22, 23, 24, 128],
    explanation: 'FreeRDP did not accept its command line or the connection file. A newer FreeRDP may help.',
  },
  {
    codes: [16, 17, 18, 19, 20, 21, 25, 26],
    explanation: 'The VM refused the connection for want of a Remote Desktop licence. Tell whoever runs it.',
  },
  {
    codes: [131],
    explanation:
      'The VM dropped the connection after it was up. With a password, this is how some servers answer a wrong one.',
  },
  {
    codes: [132, 134, 154],
    explanation:
      'The VM did not accept the user name and password. FreeRDP 2 cannot sign in to Windows with a web account.',
  },
  {
    codes: [133, 161],
    explanation:
      'FreeRDP and the VM found no way to sign in that both know. A VM that insists on network level authentication turns Entra ID accounts of this client away.',
    help: 'rdp-server-offers-entra-sign-in',
  },
  { codes: [135], explanation: 'The account is locked. Wait, or ask an admin to unlock it.' },
  {
    codes: [139, 140],
    explanation:
      'The name of the VM did not resolve. Connect to the network or VPN whose DNS knows it, and try again.',
    help: 'target-name-resolves',
  },
  {
    codes: [141],
    explanation:
      'No connection to the VM came about: there is no route to it, or something on the way drops the packets.',
    help: 'rdp-port-answers',
  },
  {
    codes: [143],
    says: /does not match the certificate used for previous connections|HOST IDENTIFICATION HAS CHANGED/i,
    explanation:
      'The certificate of the VM is another one than last time, so FreeRDP stopped. That is normal for a VM that was made anew, and else a reason to ask before going on.',
    help: 'certificate-changed',
  },
  {
    codes: [143],
    says: /certificate not trusted|certificate verification failure|name mismatch/i,
    explanation: 'The certificate of the VM was not accepted, so FreeRDP stopped before signing in.',
    help: 'certificate-changed',
  },
  {
    codes: [143],
    explanation: 'FreeRDP and the VM could not agree on an encrypted connection (TLS).',
    help: 'certificate-changed',
  },
  {
    codes: [144, 145],
    explanation: 'The connection was given up before it was made.',
  },
  {
    codes: [147],
    says: /broken pipe|connection refused/i,
    explanation:
      'Nothing answers on the port of the VM: the connection was refused. Remote Desktop may be off there, or the VM is still starting.',
    help: 'rdp-port-answers',
  },
  {
    codes: [147],
    explanation:
      'The VM hung up while the connection was being made. Some servers do so after a wrong password.',
    help: 'rdp-port-answers',
  },
  {
    codes: [148, 149, 152],
    explanation:
      'The password has run out and must be changed. Change it at https://myaccount.microsoft.com first.',
    help: 'password-is-permanent',
  },
  { codes: [150], explanation: 'No domain controller could be reached to check the password.' },
  { codes: [151, 157], explanation: 'The account is disabled or has run out. Ask an admin.' },
  { codes: [153, 156, 158], explanation: 'A policy forbids this account to sign in to the VM this way.' },
  { codes: [160], explanation: 'The VM is still starting. Try again in a minute.' },
];

/** How a connection through FreeRDP ended, in the user's words. */
export function explainFreerdpExit({ exitCode, signal, stderr }: ClientExit): ExitExplanation {
  if (exitCode === null || signal !== null) {
    const isCrash = signal === 'SIGSEGV' || signal === 'SIGABRT' || signal === 'SIGBUS';
    return {
      wasGood: false,
      explanation: isCrash
        ? `FreeRDP crashed (${signal}). A newer FreeRDP may help.`
        : `FreeRDP was ended from outside (${signal ?? 'by a signal'}).`,
      help: 'rdp-client-ended',
    };
  }
  const ending = freerdpEndings.find(
    ({ codes, says }) => codes.includes(exitCode) && (says === undefined || says.test(stderr)),
  );
  if (!ending) {
    const name = /\bERR(?:CONNECT|INFO)_[A-Z_]+/.exec(stderr)?.[0];
    return {
      wasGood: false,
      explanation: `FreeRDP ended with code ${exitCode}${name ? ` (${name})` : ''}, which is not one we know.`,
      help: 'rdp-client-ended',
    };
  }
  const wasGood = ending.wasGood ?? false;
  return {
    wasGood,
    explanation: ending.explanation,
    help: ending.help ?? (wasGood ? null : 'rdp-client-ended'),
  };
}
