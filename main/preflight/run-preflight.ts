import { AppError } from '../../shared/errors/app-error';
import { assembleReport, type Subject } from '../../shared/preflight/assemble-report';
import type { Cause } from '../../shared/preflight/cause';
import type { Check, Circumstances } from '../../shared/preflight/check';
import type { CheckId } from '../../shared/preflight/check-id';
import type { Fact, Gathered } from '../../shared/preflight/fact';
import { judgeChecks } from '../../shared/preflight/judge';
import type { CheckResult, Report } from '../../shared/preflight/report';
import { gatherAll } from './gather-all';
import type { Gatherer, World } from './gatherer';
import { gatherers as everyGatherer } from './gatherers';
import { lookingAhead } from './look-ahead';

export interface PreflightOptions {
  readonly subject: Subject;
  readonly world: World;
  readonly checks: readonly Check[];
  readonly causes: readonly Cause[];
  readonly circumstances: Circumstances;
  /** Verdicts as they can be given, each once and again where a late fact changes it, and how many there are. */
  readonly onProgress?: ((results: readonly CheckResult[], total: number) => void) | undefined;
  readonly logBug: (error: unknown, fact: Fact) => void;
  readonly gatherers?: readonly Gatherer[];
  /** Also asks for what takes too long to wait for: `refined` tells what it changes. */
  readonly withLate?: boolean | undefined;
  /** Goes on where Azure asks to sign in, as long as a name to connect to is known from before. */
  readonly withoutSignIn?: boolean | undefined;
}

export interface PreflightJudged {
  readonly report: Report;
  readonly gathered: Gathered;
}

export interface PreflightResult extends PreflightJudged {
  /**
   * The same once late facts are in, after the verdicts they change were announced again; null where they change
   * nothing, were not asked for, or the signal aborted. Never rejects.
   */
  readonly refined: Promise<PreflightJudged | null>;
}

/**
 * Finds out every fact and judges each check as soon as its facts are in.
 *
 * @throws AppError `cancelled` within milliseconds of the world's signal aborting; `not-found` when there is no
 *   such VM or person and `sign-in-required` when it may no longer be read, which leave nothing to judge.
 */
export async function runPreflight(options: PreflightOptions): Promise<PreflightResult> {
  const { subject, world, checks, causes, circumstances, onProgress, logBug } = options;
  const given = new Map<CheckId, CheckResult>();
  const gatherers = (options.gatherers ?? everyGatherer).filter(({ isLate }) => options.withLate || !isLate);
  const { gathered, withLate } = await gatherAll(gatherers, lookingAhead(world), {
    logBug,
    onFound: (soFar) => {
      if (world.signal.aborted) return;
      const fresh = judgeChecks(checks, soFar, circumstances, given).filter(({ id }) => !given.has(id));
      for (const result of fresh) given.set(result.id, result);
      if (fresh.length) onProgress?.(fresh, checks.length);
    },
  });
  if (world.signal.aborted) throw new AppError('cancelled', `Checking ${subject.name} was cancelled.`);
  throwWhereThereIsNoVm(options, gathered);
  throwWhereThereIsNobody(world, gathered);

  const judged = (facts: Gathered): PreflightJudged => ({
    report: assembleReport(subject, checks, causes, facts, circumstances),
    gathered: facts,
  });
  const first = judged(gathered);
  const refined = withLate.then((everything) => {
    if (world.signal.aborted) return null;
    const second = judged(everything);
    const changed = changedIn(second.report, first.report);
    if (!changed.length) return null;
    onProgress?.(changed, checks.length);
    return second;
  });
  return { ...first, refined };
}

function changedIn(second: Report, first: Report): readonly CheckResult[] {
  const before = new Map(first.results.map((result) => [result.id, JSON.stringify(result)]));
  return second.results.filter((result) => before.get(result.id) !== JSON.stringify(result));
}

// A host name can be judged without Azure; a VM cannot.
function throwWhereThereIsNoVm(
  { subject: { name, vmId }, withoutSignIn }: PreflightOptions,
  { vm, target }: Gathered,
): void {
  if (vmId === null || !vm || !('problem' in vm)) return;
  const { code, message } = vm.problem;
  const canGoOn = withoutSignIn && target !== undefined && 'value' in target;
  if (code === 'sign-in-required' && !canGoOn) throw new AppError(code, message, { help: 'sign-in-again' });
  if (code === 'not-found') {
    throw new AppError(
      code,
      `There is no virtual machine ${name} in Azure: ${vmId} is not there, or no longer. List the virtual machines and pick one.`,
    );
  }
}

// Of somebody the tenant does not know, nothing said would be about anybody.
function throwWhereThereIsNobody({ question }: World, { account }: Gathered): void {
  if (question.forUsername === null || !account || !('problem' in account)) return;
  const { code, message } = account.problem;
  if (code === 'not-found') throw new AppError(code, message);
}
