import type { Report } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';

/** What the Connect button will do. */
export interface Way {
  /** Null: every route is closed and none was chosen, so main takes whichever it can. */
  readonly route: Route | null;
  readonly isClosed: boolean;
}

/** The person's choice, else the recommended route. Before the report there is nothing to hold against it. */
export function chooseWay(report: Report | null, choice: Route | null): Way {
  if (!report) return { route: choice, isClosed: false };
  const route = choice ?? report.recommended;
  const state = report.routes.find(({ id }) => id === route)?.state;
  return { route, isClosed: route === null || state === 'closed' };
}
