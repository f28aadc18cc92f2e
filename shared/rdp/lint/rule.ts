import { visible } from '../shown';
import type { LintFile } from './lint-file';
import type { RuleId } from './rule-id';

/** `high` ends the terminal's command with 1; `info` is no fault. */
export type Severity = 'high' | 'medium' | 'low' | 'info';

export interface Observation {
  readonly severity: Severity;
  /** 1-based; 1 for what is said of the whole file. */
  readonly line: number;
  /** What was found, with the values seen, as a sentence for a person. Never a secret. */
  readonly found: string;
}

/** One rule: what it looks for, in every line it concerns. */
export interface LintRule {
  readonly id: RuleId;
  /** What it looks for, as a heading. */
  readonly title: string;
  look(file: LintFile): readonly Observation[];
}

const longest = 1000;

export function observed(
  severity: Severity,
  { line }: { readonly line: number },
  found: string,
): Observation {
  return { severity, line, found: visible(found.length > longest ? `${found.slice(0, longest)}…` : found) };
}

export const wholeFile = { line: 1 };
