import type { Duplex } from 'node:stream';
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
   * Opens a TCP connection.
   *
   * @throws AppError `timed-out` after `timeoutMs`, as happens behind a rule that drops packets;
   *   `unreachable` with Node's error code as the cause's `code` when the host refuses or has no route.
   */
  dial(address: string, port: number, options: DialOptions): Promise<Duplex>;
}
