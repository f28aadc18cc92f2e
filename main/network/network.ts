import type { Duplex } from 'node:stream';
import type { NameServerAnswers } from '../../shared/network/name-servers';
import type { NameResolution } from '../../shared/network/resolution';

export interface DialOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The network as pre-flight sees it. The demo tenant brings its own, on real loopback sockets. */
export interface Network {
  /** Asks the system's resolver. Never rejects for a name without an address: that is an answer. */
  resolve(name: string, signal: AbortSignal): Promise<NameResolution>;

  /**
   * Asks each configured DNS server by itself, A and AAAA apart, and reads the hosts file. A server that does not
   * answer in time is an answer too. A network without it cannot tell.
   */
  askNameServers?(name: string, signal: AbortSignal): Promise<NameServerAnswers>;

  /**
   * Opens a TCP connection.
   *
   * @throws AppError `timed-out` after `timeoutMs`, as happens behind a rule that drops packets;
   *   `unreachable` with Node's error code as the cause's `code` when the host refuses or has no route.
   */
  dial(address: string, port: number, options: DialOptions): Promise<Duplex>;
}
