import type { CheckResult } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import type { Status } from '../../../shared/preflight/verdict';

/** `other-way`: it fails, but not on the route that is recommended, so it stands in nobody's way. */
export type TellingStatus = Status | 'other-way';

/** A failure of a route one does not need must not read like a failure. */
export function tellingStatus(result: CheckResult, recommended: Route | null): TellingStatus {
  const isElsewhere =
    result.status === 'fail' && recommended !== null && result.routes[recommended] !== 'fail';
  return isElsewhere ? 'other-way' : result.status;
}
