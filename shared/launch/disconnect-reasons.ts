import type { HelpTopicId } from '../errors/help-topics';

/** Why Windows' client says a session ended. */
export interface DisconnectReason {
  readonly codes: readonly number[];
  readonly wasGood?: true;
  readonly sentence: string;
  readonly help?: HelpTopicId;
}

/**
 * The reasons in event 1026 of Microsoft-Windows-TerminalServices-RDPClient/Operational.
 * Source: Microsoft's IMsTscAxEvents::OnDisconnected page, read 2026-11-22. Web-account sign-in has no codes
 * of its own there: the log of Entra ID on this PC has them.
 */
export const disconnectReasons: readonly DisconnectReason[] = [
  { codes: [0, 1, 2], wasGood: true, sentence: 'The session was closed.' },
  { codes: [3], wasGood: true, sentence: 'The VM ended the session, as it does when you sign out.' },
  {
    codes: [260, 520, 1288, 1540],
    sentence: 'The name of the VM did not resolve.',
    help: 'target-name-resolves',
  },
  {
    codes: [264, 516, 1796],
    sentence: 'No connection to the VM came about: nothing answers on its port, or the way is blocked.',
    help: 'rdp-port-answers',
  },
  { codes: [772, 1028, 2308], sentence: 'The connection to the VM broke off.', help: 'rdp-port-answers' },
  { codes: [776, 2052], sentence: 'The address of the VM is not valid.', help: 'target-is-a-host-name' },
  {
    codes: [2055],
    sentence: 'The VM did not accept the user name and password.',
    help: 'login-role-is-assigned',
  },
  { codes: [2567], sentence: 'The VM does not know this user.', help: 'login-role-is-assigned' },
  { codes: [2823, 3591], sentence: 'The account is disabled or has run out.' },
  { codes: [3079], sentence: 'A restriction of the account forbids this sign-in.' },
  { codes: [3335], sentence: 'The account is locked.' },
  {
    codes: [3847, 4615],
    sentence: 'The password has run out or must be changed first.',
    help: 'password-is-permanent',
  },
  { codes: [5639, 5895], sentence: 'A policy of this PC forbids handing your credentials to the VM.' },
  { codes: [6151], sentence: 'No authority could be reached to check the sign-in.' },
  {
    codes: [6919],
    sentence: 'The certificate of the VM has run out or is not valid.',
    help: 'certificate-changed',
  },
  { codes: [7175, 8711], sentence: 'The smart card was not accepted: its PIN is wrong, or it is blocked.' },
];
