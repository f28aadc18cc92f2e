import { portIn, portsIn } from '../../rdp/connection';
import type { RdpSetting } from '../../rdp/setting';
import { shown } from '../../rdp/shown';

/** What could not be taken, and why. */
interface Lost {
  readonly what: string;
  readonly because: string;
}

/** Ports that are none, and one that loses to that of the address. What Windows writes where nobody chose one says nothing. */
export function lostPorts(settings: readonly RdpSetting[]): Lost[] {
  const { beside, inAddress } = portsIn(settings);
  const none = [inAddress, beside].filter((text) => text !== '' && portIn(text) === null);
  const loses = portIn(inAddress) !== null && portIn(beside) !== null && Number(inAddress) !== Number(beside);
  return [
    ...none.map((text) => ({
      what: `the port ${shown(text)}`,
      because: 'It is none: a whole number from 1 to 65535 is one.',
    })),
    ...(loses && Number(beside) !== 3389
      ? [{ what: 'the “server port”', because: 'The address names another port, and clients take that.' }]
      : []),
  ];
}

/** A user name as a profile holds it; null, and why, for what is none. */
export function userNameTaken(text: string | null): {
  readonly username: string | null;
  readonly lost: Lost[];
} {
  if (text === null || (text.length <= 1000 && !/[\p{Cc}\p{Cf}]/u.test(text)))
    return { username: text, lost: [] };
  const because = 'No user name is as long, or holds characters that cannot be seen.';
  return { username: null, lost: [{ what: 'the user name', because }] };
}
