import type { Fact, Facts, Gathered, Problem } from './fact';
import { skip, unknown, type Verdict } from './verdict';

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

/** Only a host name was given: what Azure offers for a VM by its resource id cannot be had. */
export function isHostNameAlone(gathered: Gathered): boolean {
  return problemOf(gathered, 'vm')?.code === 'not-asked';
}

export const noBastionForHostName: Verdict = skip(
  'Azure Bastion connects to a VM by its resource id, and only a host name was given. Of a VM in Azure give its name or its resource id.',
);
