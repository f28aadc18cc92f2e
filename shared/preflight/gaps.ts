import type { Fact, Facts, Gathered, Problem } from './fact';
import { unknown, type Verdict } from './verdict';

/** What was found out; undefined where it was not. */
export function valueOf<F extends Fact>(gathered: Gathered, fact: F): Facts[F] | undefined {
  const entry = gathered[fact];
  return entry && 'value' in entry ? entry.value : undefined;
}

/** Why a fact could not be read; undefined where it was. */
export function problemOf(gathered: Gathered, fact: Fact): Problem | undefined {
  const entry = gathered[fact];
  return entry && 'problem' in entry ? entry.problem : undefined;
}

/** `unknown` in the words of the first of these facts that could not be read. */
export function unknownFor(gathered: Gathered, facts: readonly Fact[], otherwise: string): Verdict {
  const problem = facts.map((fact) => problemOf(gathered, fact)).find((found) => found !== undefined);
  return unknown(problem?.message ?? otherwise, problem?.missing ?? undefined);
}
