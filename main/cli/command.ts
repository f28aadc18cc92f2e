import type { Services } from '../services';
import type { Output } from './output';

/** A value a person gave for an option, asked for by its long name. */
export interface OptionValues {
  flag(name: string): boolean;
  text(name: string): string | undefined;
  list(name: string): readonly string[];
}

/** What a command is handed: its words, its options, and the rooms, which are opened on first use. */
export interface CommandContext {
  readonly words: readonly string[];
  readonly options: OptionValues;
  readonly output: Output;
  readonly signal: AbortSignal;
  /** Loads settings, sign-in and Azure: a command that needs none of them stays quick. */
  readonly services: () => Promise<Services>;
}

export interface CommandOption {
  /** As it is written: `--route <route>`, `--anyway`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** May be given more than once. */
  readonly isRepeatable?: boolean;
}

/** One command of the terminal. Help and parsing are derived from this table. */
export interface Command {
  readonly name: string;
  /** As it is written after the name: `<vm>`, `[words...]`. */
  readonly argument?: { readonly name: string; readonly description: string };
  readonly summary: string;
  readonly options?: readonly CommandOption[];
  /** What its help says below the options: exit codes and an example. */
  readonly notes?: string;
  readonly run: (context: CommandContext) => Promise<ExitCode>;
}

/** Commands that share a subject and are named after it: `rdp show`, `rdp lint`. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  /** In the order of help. */
  readonly actions: readonly Command[];
}

/** 0 done or open, 1 closed or could not do its job, 2 could not tell, 64 usage, 69 unreachable, 77 sign-in or access. */
export type ExitCode = 0 | 1 | 2 | 64 | 69 | 77;
