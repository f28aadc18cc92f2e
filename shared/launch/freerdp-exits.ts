import type { ClientExit, ExitExplanation } from './exit';
import { freerdpEndings } from './freerdp-endings';

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
    explanation: [ending.cause, ending.remedy].filter(Boolean).join(' '),
    help: ending.help ?? (wasGood ? null : 'rdp-client-ended'),
  };
}
