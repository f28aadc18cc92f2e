import type { Check, Circumstances } from './check';
import type { CheckId } from './check-id';
import type { Fact, Facts, Gathered, Problem } from './fact';
import type { CheckResult } from './report';
import { unknown, type Verdict, worstOf } from './verdict';

/**
 * Judges what has been gathered so far. Pure: the same facts always give the same results, so saved
 * evidence can be judged again later, in a test or on a colleague's machine.
 *
 * A check appears once its facts, and the checks it stands on, are settled: call again after each
 * fact. A verdict once given never changes with later facts, except those a check names as `late`; `given` are
 * the results of an earlier call that stay. A fact that could not be gathered makes its checks `unknown`, never
 * `fail`: not being able to look is not the same as having seen something wrong.
 */
export function judgeChecks(
  checks: readonly Check[],
  gathered: Gathered,
  circumstances: Circumstances,
  given: ReadonlyMap<CheckId, CheckResult> = new Map(),
): CheckResult[] {
  const asked = new Set(checks.map(({ id }) => id));
  const results = new Map<CheckId, CheckResult>();
  for (const check of checks) {
    const earlier = given.get(check.id);
    if (earlier) {
      results.set(check.id, earlier);
      continue;
    }
    const verdict = judge(check, gathered, circumstances, { asked, results });
    if (verdict) results.set(check.id, resultOf(check, verdict));
  }
  return [...results.values()];
}

interface SoFar {
  readonly asked: ReadonlySet<CheckId>;
  readonly results: ReadonlyMap<CheckId, CheckResult>;
}

/** Undefined while something it waits for is not settled yet. */
function judge(
  check: Check,
  gathered: Gathered,
  circumstances: Circumstances,
  soFar: SoFar,
): Verdict | undefined {
  for (const foundation of foundationsOf(check, soFar.asked)) {
    const result = soFar.results.get(foundation.id);
    // One after the other, so that what is blamed does not depend on which fact came first.
    if (!result) return undefined;
    if (stops(result, foundation.by)) return skippedBecauseOf(result);
  }

  const { needs, wants = [], late = [] } = check;
  if ([...needs, ...wants].some((fact) => gathered[fact] === undefined)) return undefined;
  const problem = firstProblem(needs, gathered);
  if (problem) return verdictOf(problem);
  return check.judge(valuesOf(gathered, [...needs, ...wants, ...late]), circumstances, gathered);
}

interface Foundation {
  readonly id: CheckId;
  readonly by: 'failure or not seen' | 'failure alone';
}

// A check that was not asked for (a fleet has no PC) cannot hold up another.
function foundationsOf(
  { dependsOn = [], haltedBy = [] }: Check,
  asked: ReadonlySet<CheckId>,
): readonly Foundation[] {
  return [
    ...dependsOn.map((id) => ({ id, by: 'failure or not seen' }) as const),
    ...haltedBy.map((id) => ({ id, by: 'failure alone' }) as const),
  ].filter(({ id }) => asked.has(id));
}

function stops({ status, blockedBy }: CheckResult, by: Foundation['by']): boolean {
  if (status === 'fail') return true;
  return by === 'failure or not seen' && (status === 'unknown' || blockedBy !== undefined);
}

function skippedBecauseOf(blocker: CheckResult): Verdict {
  return {
    status: 'skip',
    because: `because ${reasonIn(blocker)}`,
    blockedBy: blocker.blockedBy ?? blocker.id,
  };
}

// A chain of checks names its first cause once, not once a link.
function reasonIn({ found, because }: CheckResult): string {
  return (found ?? because ?? '').replace(/^because /, '');
}

function firstProblem(needs: readonly Fact[], gathered: Gathered): Problem | undefined {
  for (const fact of needs) {
    const entry = gathered[fact];
    if (entry && 'problem' in entry) return entry.problem;
  }
  return undefined;
}

// A fact that only Windows has does not apply elsewhere; every other problem is a look that was not had.
function verdictOf({ code, message, missing }: Problem): Verdict {
  return code === 'not-here' ? { status: 'skip', because: message } : unknown(message, missing ?? undefined);
}

function valuesOf(gathered: Gathered, facts: readonly Fact[]): Facts {
  const known = facts.flatMap((fact) => {
    const entry = gathered[fact];
    return entry && 'value' in entry ? [[fact, entry.value] as const] : [];
  });
  return Object.fromEntries(known) as unknown as Facts;
}

function resultOf(check: Check, verdict: Verdict): CheckResult {
  const routes = Object.fromEntries(
    check.routes.map((route) => [route, verdict.byRoute?.[route] ?? verdict.status]),
  ) as CheckResult['routes'];
  return {
    id: check.id,
    title: check.title,
    status: worstOf(Object.values(routes)),
    routes,
    ...('found' in verdict && { found: verdict.found }),
    ...('because' in verdict && { because: verdict.because }),
    ...('missing' in verdict && { missing: verdict.missing }),
    ...('blockedBy' in verdict && { blockedBy: verdict.blockedBy }),
    remedies: 'remedies' in verdict ? [...verdict.remedies] : [],
    help: check.id,
    source: check.source,
  };
}
