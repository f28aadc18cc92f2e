import type { RdpClient, RdpClientId } from '../../shared/client-pc/this-pc';
import type { ClientExit, ExitExplanation } from '../../shared/launch/exit';
import type { Route } from '../../shared/preflight/route';

/** What one start of a client is about. */
export interface Launch {
  readonly client: Pick<RdpClient, 'path'>;
  /** Absolute path of the .rdp file. */
  readonly file: string;
  readonly route: Route;
  /** SHA-256 (hexadecimal) of the one certificate to accept; null leaves the question to the client. */
  readonly certificate: string | null;
  /** Whether the password will be typed into its standard input. */
  readonly isPasswordTyped: boolean;
}

/** One RDP client: how it is started, what it will ask, and what its end means. */
export interface Launcher {
  readonly id: RdpClientId;
  /**
   * Whether its end is the session's (`told`), may be (`in-the-event-log`: Windows writes down why), or is
   * not, as another process takes over (`not-told`).
   */
  readonly ending: 'told' | 'in-the-event-log' | 'not-told';
  /** Whether it asks on standard input what others ask in a window of their own. */
  readonly asksInTerminal: boolean;
  /** The program and its arguments: an array, never a shell string. Pure. */
  commandFor(launch: Launch): string[];
  /** What the person will be asked next, told before it appears. */
  expect(route: Route): string[];
  explainExit(exit: ClientExit): ExitExplanation;
}
