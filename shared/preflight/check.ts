import type { Baseline } from './baseline';
import type { CheckId } from './check-id';
import type { Fact, Facts, Gathered } from './fact';
import type { Route } from './route';
import type { Verdict } from './verdict';

/** Where a rule is documented, and the date of the text we read. Shown next to the verdict. */
export interface Source {
  readonly url: string;
  readonly asOf: string;
}

/** What a check judges by, besides facts. */
export interface Circumstances {
  readonly baseline: Baseline;
  /** ISO time of the judgement: evidence judged again later keeps its own. */
  readonly now: string;
}

interface CheckOf<Needs extends Fact, Wants extends Fact, Late extends Fact> {
  readonly id: CheckId;
  /** The good state, as a sentence: "The connection uses a name Entra ID knows the VM by". */
  readonly title: string;
  readonly routes: readonly Route[];
  readonly source: Source;
  /** Facts `judge` cannot do without: a problem with one of them makes the verdict `unknown`. */
  readonly needs: readonly Needs[];
  /** Facts that sharpen the verdict where they could be read. */
  readonly wants?: readonly Wants[];
  /** Facts that take too long to wait for: the verdict is given without them, and once more when they come. */
  readonly late?: readonly Late[];
  /** Where one of these failed or is unknown, this check is `skip`. */
  readonly dependsOn?: readonly CheckId[];
  /** Where one of these failed, this check is `skip`; not being able to look at it does no harm. */
  readonly haltedBy?: readonly CheckId[];
  readonly judge: (
    facts: Pick<Facts, Needs> & Partial<Pick<Facts, Wants | Late>>,
    circumstances: Circumstances,
    gathered: Gathered,
  ) => Verdict;
}

/** One rule: a pure function from the facts it names to a verdict. */
export type Check = CheckOf<Fact, Fact, Fact>;

/**
 * Keeps `judge` to the facts the check names, and files it under the common type.
 * The third argument of `judge`, everything gathered, is for telling "there is none" from "could not be
 * read" among `wants`: use it for the problem's words, never to read a fact the check did not name.
 */
export function defineCheck<
  const Needs extends Fact,
  const Wants extends Fact = never,
  const Late extends Fact = never,
>(check: CheckOf<Needs, Wants, Late>): Check {
  return check;
}
