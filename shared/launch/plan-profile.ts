import { AppError, type AppErrorCode } from '../errors/app-error';
import type { Fact, Facts, Gathered } from '../preflight/fact';
import type { Report } from '../preflight/report';
import type { Route } from '../preflight/route';
import type { ProfilePlan } from '../rdp/compose';

export interface PlannedProfile extends ProfilePlan {
  /** What the person should know before using it, in their words. */
  readonly warnings: readonly string[];
}

/**
 * What the .rdp file for a direct route will say: the target the pre-flight chose, and whose account.
 *
 * @throws AppError where no target could be found out, with the reason.
 */
export function planProfile(route: ProfilePlan['route'], report: Report, gathered: Gathered): PlannedProfile {
  const target = targetIn(gathered);
  const fallback = fallbackOn(route, target);
  return {
    ...planConnection(route, target, valueOf(gathered, 'account')),
    warnings: [
      ...(fallback === null
        ? []
        : [`${target.address} does not resolve, so the file leads to ${fallback} instead.`]),
      ...whatSpeaksAgainst(route, report),
    ],
  };
}

/** Where a direct route leads, and who takes it, before anything is judged. */
export function planConnection(
  route: ProfilePlan['route'],
  target: Facts['target'],
  account: Pick<Facts['account'], 'username'> | null,
): ProfilePlan {
  return {
    route,
    address: fallbackOn(route, target) ?? target.address,
    port: target.port,
    username: account?.username ?? null,
  };
}

function fallbackOn(route: ProfilePlan['route'], target: Facts['target']): string | null {
  return route === 'password' && !target.resolves ? target.passwordFallback : null;
}

/** What was found wrong on the route, the failures first. */
function whatSpeaksAgainst(route: Route, report: Report): string[] {
  const found = (status: 'fail' | 'warn') =>
    report.results.filter(({ routes }) => routes[route] === status).flatMap((result) => result.found ?? []);
  return [...found('fail'), ...found('warn')];
}

function targetIn(gathered: Gathered): Facts['target'] {
  const found = gathered.target;
  if (found && 'value' in found) return found.value;
  const reason = found?.problem.message ?? 'It was not looked for.';
  throw new AppError(
    codeOf(found?.problem.code),
    `No name to connect to could be found out, so no connection file was written. ${reason} A host name may be given instead (--address).`,
    { help: 'target-is-a-host-name' },
  );
}

// "Not asked" and "not here" are about facts; for the person, the target was not found.
function codeOf(code: string | undefined): AppErrorCode {
  const same = ['access-denied', 'sign-in-required', 'unreachable', 'timed-out', 'cancelled'] as const;
  return same.find((one) => one === code) ?? 'not-found';
}

export function valueOf<F extends Fact>(gathered: Gathered, fact: F): Facts[F] | null {
  const found = gathered[fact];
  return found && 'value' in found ? found.value : null;
}
