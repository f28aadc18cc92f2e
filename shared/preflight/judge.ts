import type { Check, Circumstances } from './check';
import type { CheckId } from './check-id';
import type { Fact, Facts, Gathered, Problem } from './fact';
import type { CheckResult } from './report';
import { type Status, unknown, type Verdict, worstOf } from './verdict';

/**
 * Judges what has been gathered so far. Pure: the same facts always give the same results, so saved
 * evidence can be judged again later, in a test or on a colleague's machine.
 *
 * A check appears once its facts, and the checks it stands on, are settled: call again after each
 * fact. A fact that could not be gathered makes its checks `unknown`, never `fail`: not being able to
 * look is not the same as having seen something wrong.
 */
export function judgeChecks(
  checks: readonly Check[],
  gathered: Gathered,
  circumstances: Circumstances,
): CheckResult[] {
  const results = new Map<CheckId, CheckResult>();
  for (const check of checks) {
    const verdict = judge(check, gathered, circumstances, results);
    if (verdict) results.set(check.id, resultOf(check, verdict));
  }
  return [...results.values()];
}

/** Undefined while something it waits for is not settled yet. */
function judge(
  check: Check,
  gathered: Gathered,
  circumstances: Circumstances,
  results: ReadonlyMap<CheckId, CheckResult>,
): Verdict | undefined {
  const { dependsOn = [], haltedBy = [], needs, wants = [] } = check;

  const foundations = [...dependsOn, ...haltedBy].map((id) => results.get(id));
  const blocker = foundations.find(
    (result, index) => result && stops(result, index < dependsOn.length ? 'unknown too' : 'failure alone'),
  );
  if (blocker) {
    return {
      status: 'skip',
      because: `because ${reasonIn(blocker)}`,
      blockedBy: blocker.blockedBy ?? blocker.id,
    };
  }
  if (foundations.includes(undefined)) return undefined;

  if ([...needs, ...wants].some((fact) => gathered[fact] === undefined)) return undefined;
  const problem = firstProblem(needs, gathered);
  if (problem) return verdictOf(problem);
  return check.judge(valuesOf(gathered, [...needs, ...wants]), circumstances, gathered);
}

function stops(result: CheckResult, by: 'unknown too' | 'failure alone'): boolean {
  if (result.status === 'fail') return true;
  return (
    by === 'unknown too' && (result.status === 'unknown' || result.because?.startsWith('because of') === true)
  );
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
    status: worstOf(Object.values(routes) as Status[]),
    routes,
    ...('found' in verdict && { found: verdict.found }),
    ...('because' in verdict && { because: verdict.because }),
    ...('missing' in verdict && verdict.missing !== undefined && { missing: verdict.missing }),
    ...('blockedBy' in verdict && verdict.blockedBy !== undefined && { blockedBy: verdict.blockedBy }),
    remedies: 'remedies' in verdict ? [...verdict.remedies] : [],
    help: check.id,
    source: check.source,
  };
}
