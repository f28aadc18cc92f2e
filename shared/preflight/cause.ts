import type { CheckId } from './check-id';
import type { Gathered } from './fact';
import type { CheckResult } from './report';

/** What a pattern looks at: the verdicts by id, and the facts behind them. */
export interface CaseFile {
  readonly results: ReadonlyMap<CheckId, CheckResult>;
  readonly gathered: Gathered;
  /** ISO time of the judgement. */
  readonly now: string;
  readonly failed: (id: CheckId) => boolean;
}

/** A pattern over verdicts that names the one thing behind several of them. */
export interface Cause {
  readonly id: string;
  /** The first sentence of the report, or null where the pattern does not fit. */
  readonly sentenceFor: (file: CaseFile) => string | null;
}

export function defineCause(cause: Cause): Cause {
  return cause;
}
