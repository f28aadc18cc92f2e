import type { PcPolicies } from '../client-pc/this-pc';
import type { Report } from '../preflight/report';
import type { Route } from '../preflight/route';
import type { DirectRoute } from '../profiles/entry';
import { type Layer, routeOf } from '../profiles/resolve';

/**
 * The route to take: the one that was asked for, else a template's wish, which never leads where the
 * pre-flight found the way closed, else the recommended one. "Anyway" means a person insists: where every
 * route is closed, the first one is theirs to try. Null for none.
 */
export function chooseRoute(
  report: Report,
  layers: readonly Layer[],
  { route, anyway }: { readonly route: Route | null; readonly anyway: boolean },
): Route | null {
  const wished = routeOf(layers)?.route;
  const open = wished !== undefined && !isClosed(report, wished) ? wished : null;
  return route ?? open ?? report.recommended ?? (anyway ? 'web-account' : null);
}

export function isClosed({ routes }: Report, route: Route): boolean {
  return routes.some(({ id, state }) => id === route && state === 'closed');
}

/** The ways that are closed for no other reason than that this PC opens signed files alone, the best first. */
export function closedToUnsignedFiles({ routes }: Report, policies: PcPolicies | null): DirectRoute[] {
  if (policies?.allowUnsignedFiles !== false || policies.allowSignedFiles === false) return [];
  return routes.flatMap(({ id, state, closedBy }) => {
    const isOnlyReason = closedBy.length === 1 && closedBy[0] === 'rdp-files-may-be-opened';
    const isDirect = id === 'web-account' || id === 'password';
    return state === 'closed' && isOnlyReason && isDirect ? [id] : [];
  });
}
