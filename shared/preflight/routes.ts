import type { CheckId } from './check-id';
import type { CheckResult, RouteState } from './report';
import { everyRoute, type Route } from './route';

/** What must have been seen before a route counts as open. */
const mustSee: Readonly<Record<Route, readonly CheckId[]>> = {
  'web-account': [
    'rdp-client-is-installed',
    'pc-build-supports-web-account',
    'target-is-a-host-name',
    'target-name-resolves',
    'rdp-port-answers',
  ],
  password: [
    'rdp-client-is-installed',
    'pc-is-joined-or-registered',
    'pc-is-in-the-vms-tenant',
    'target-name-resolves',
    'rdp-port-answers',
  ],
  'bastion-client': ['bastion-serves-the-vm', 'bastion-allows-entra', 'bastion-rights'],
  'bastion-portal': ['bastion-serves-the-vm', 'bastion-allows-entra', 'bastion-rights'],
};

/** Without these a route is not on offer at all, which closes it without anything having failed. */
const offeredBy: Readonly<Partial<Record<Route, CheckId>>> = {
  password: 'pc-runs-windows',
  'bastion-client': 'bastion-serves-the-vm',
  'bastion-portal': 'bastion-serves-the-vm',
};

const means: Readonly<Record<Route, readonly string[]>> = {
  'web-account': [
    'Windows asks once whether to allow the remote desktop connection, and remembers up to 15 hosts for 30 days.',
    'Locking the remote screen disconnects the session.',
    'If a user name is asked for, it is the one like user@domain.com.',
  ],
  password: [
    'Your Entra ID password is asked for, or Windows Hello for Business where it is set up with certificates.',
  ],
  'bastion-client': [
    'The RDP client goes through Azure Bastion, and asks for your password after multi-factor sign-in.',
  ],
  'bastion-portal': [
    'The session opens in the browser, through the Azure portal. This is a preview of Azure Bastion.',
  ],
};

/**
 * A route is closed when a check that applies fails on it, or when nothing offers it; unknown when
 * something it must see is not seen; else open.
 */
export function routeStates(results: readonly CheckResult[]): RouteState[] {
  return everyRoute.map((id) => {
    const statusOn = (check: CheckId) => results.find((result) => result.id === check)?.routes[id];
    const failed = results.filter(({ routes }) => routes[id] === 'fail').map((result) => result.id);
    const offer = offeredBy[id];
    const isOffered = !offer || statusOn(offer) !== 'skip' || !skipsHarmlessly(offer, results);
    const closedBy = !failed.length && offer && !isOffered ? [offer] : failed;
    const notSeen = mustSee[id].filter((check) => {
      const status = statusOn(check);
      return (
        status === undefined ||
        status === 'unknown' ||
        (status === 'skip' && !skipsHarmlessly(check, results))
      );
    });
    const state = closedBy.length ? 'closed' : notSeen.length ? 'unknown' : 'open';
    return { id, state, closedBy, notSeen, means: [...means[id]] };
  });
}

// A check of this PC that is skipped does not apply to it (a PC without Windows has no build to look at);
// one skipped because of another was not looked at.
function skipsHarmlessly(check: CheckId, results: readonly CheckResult[]): boolean {
  return results.find(({ id }) => id === check)?.blockedBy === undefined;
}

/** The best open route, else the best one that may be open, else none. */
export function recommendedRoute(states: readonly RouteState[]): Route | null {
  const first = (wanted: RouteState['state']) => states.find(({ state }) => state === wanted)?.id;
  return first('open') ?? first('unknown') ?? null;
}
