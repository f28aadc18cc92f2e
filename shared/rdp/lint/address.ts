import { addressIn, isHostName } from '../../network/host-name';
import { portIn } from '../connection';
import { shown } from '../shown';

export interface AddressParts {
  /** Without brackets. */
  readonly host: string;
  readonly port: number | null;
  /** Why some client cannot use it, as the end of a sentence; null where each can. */
  readonly problem: string | null;
}

/** What the value of `full address` says: a host name, IPv4 or IPv6 address, and perhaps a port. */
export function addressPartsOf(value: string): AddressParts {
  const text = value.trim();
  const [, inBrackets, afterBrackets] = /^\[([^\]]*)\](?::(.*))?$/.exec(text) ?? [];
  if (inBrackets !== undefined) {
    const problem = 'FreeRDP cannot read an IPv6 address from a file';
    return {
      host: inBrackets,
      port: portIn(afterBrackets ?? ''),
      problem: portProblem(afterBrackets) ?? problem,
    };
  }
  const colons = text.split(':').length - 1;
  if (colons > 1) {
    return { host: text, port: null, problem: 'FreeRDP takes its last part for a port' };
  }
  const [host = '', port] = text.split(':');
  return { host, port: portIn(port ?? ''), problem: portProblem(port) ?? hostProblem(host, value) };
}

function portProblem(text: string | undefined): string | null {
  return text === undefined || portIn(text) !== null ? null : `${shown(text)} is not a port (1 to 65535)`;
}

function hostProblem(host: string, value: string): string | null {
  if (host === '') return null;
  if (addressIn(host) === null && !isHostName(host)) return `${shown(host)} cannot be the name of a host`;
  return value === value.trim() ? null : 'blanks stand around it, which not every client drops';
}
