import type { Report } from '../preflight/report';
import type { Route } from '../preflight/route';
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
