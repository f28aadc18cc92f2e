import type { HelpTopicId } from '../errors/help-topics';

/** How a client ended, and what it wrote about it. */
export interface ClientExit {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** `SIGTERM`, `SIGSEGV`, …; null when it ended by itself. */
  readonly signal: string | null;
  /** The end of its log and its error output. */
  readonly stderr: string;
}

export interface ExitExplanation {
  readonly wasGood: boolean;
  /** One or two sentences in the user's words: what happened, and what to do where it was not good. */
  readonly explanation: string;
  readonly help: HelpTopicId | null;
}
