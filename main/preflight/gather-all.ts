import { AppError, isAppError } from '../../shared/errors/app-error';
import type { Fact, Facts, Found, Gathered, Problem } from '../../shared/preflight/fact';
import type { Gatherer, World } from './gatherer';

export interface GatherOptions {
  /** Called after each fact, with everything found so far. */
  readonly onFound?: (gathered: Gathered) => void;
  /** Told whatever is thrown and is not an AppError: a bug of ours, with its fact. */
  readonly logBug: (error: unknown, fact: Fact) => void;
}

type AnyFound = Found<unknown>;

/**
 * Finds out every fact, each once, all at once except where one needs another. Never rejects: what could not be
 * found out is a problem in its place. Once the signal aborts, everything still open is `cancelled` at once;
 * what cannot be interrupted (the system's resolver) is dropped when it comes.
 *
 * Late facts are asked with the others and not waited for: `withLate` is everything, once they came too.
 */
export async function gatherAll(
  gatherers: readonly Gatherer[],
  world: World,
  { onFound, logBug }: GatherOptions,
): Promise<{ readonly gathered: Gathered; readonly withLate: Promise<Gathered> }> {
  const byFact = new Map(gatherers.map((gatherer) => [gatherer.fact, gatherer]));
  const asked = new Map<Fact, Promise<AnyFound>>();
  const found: Partial<Record<Fact, AnyFound>> = {};
  const cancelled = rejectedOnAbort(world.signal);

  const ask = (fact: Fact): Promise<AnyFound> => {
    const earlier = asked.get(fact);
    if (earlier) return earlier;
    const answer = findOut(fact).then((entry) => {
      found[fact] = entry;
      onFound?.({ ...found } as Gathered);
      return entry;
    });
    asked.set(fact, answer);
    return answer;
  };

  const findOut = async (fact: Fact): Promise<AnyFound> => {
    const gatherer = byFact.get(fact);
    if (!gatherer) throw new Error(`No gatherer finds out ${fact}.`);
    const { needs = [], wants = [], gather } = gatherer;
    const entries = await Promise.all(
      [...needs, ...wants].map(async (other) => [other, await ask(other)] as const),
    );
    const missing = entries.slice(0, needs.length).find(([, entry]) => 'problem' in entry)?.[1];
    if (missing) return missing;
    try {
      world.signal.throwIfAborted();
      return { value: await Promise.race([gather(world, valuesOf(entries)), cancelled]) };
    } catch (error) {
      return { problem: problemOf(error, world.signal, () => logBug(error, fact)) };
    }
  };

  const askAll = (some: readonly Gatherer[]) => Promise.all(some.map(({ fact }) => ask(fact)));
  const late = askAll(gatherers.filter(({ isLate }) => isLate));
  await askAll(gatherers.filter(({ isLate }) => !isLate));
  const gathered = { ...found } as Gathered;
  return { gathered, withLate: late.then(() => found as Gathered) };
}

function valuesOf(entries: readonly (readonly [Fact, AnyFound])[]): Facts {
  const known = entries.flatMap(([fact, entry]) => ('value' in entry ? [[fact, entry.value] as const] : []));
  return Object.fromEntries(known) as unknown as Facts;
}

function rejectedOnAbort(signal: AbortSignal): Promise<never> {
  const rejected = new Promise<never>((_, reject) => {
    const cancel = (): void => reject(new AppError('cancelled', 'Cancelled.'));
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
  // Nobody may be waiting any more when it is rejected.
  rejected.catch(() => undefined);
  return rejected;
}

/** Why a fact could not be found out, in the words of its failure. */
function problemOf(error: unknown, signal: AbortSignal, logBug: () => void): Problem {
  if (signal.aborted) return { code: 'cancelled', message: 'The check was cancelled.', missing: null };
  if (!isAppError(error)) {
    logBug();
    return {
      code: 'unexpected',
      message: 'This could not be found out because of a fault in this program. It is in the log.',
      missing: null,
    };
  }
  return {
    code: problemCodes[error.code] ?? 'unexpected',
    message: error.message,
    missing: error.missing ?? null,
  };
}

const problemCodes: Readonly<Partial<Record<AppError['code'], Problem['code']>>> = {
  'access-denied': 'access-denied',
  'sign-in-required': 'sign-in-required',
  'not-found': 'not-found',
  unreachable: 'unreachable',
  'timed-out': 'timed-out',
  'not-asked': 'not-asked',
  'not-here': 'not-here',
  cancelled: 'cancelled',
};
