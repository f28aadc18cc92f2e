import type { CheckId } from '../../../shared/preflight/check-id';
import type { Report, RouteState } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import { closedWords } from './closed-words';
import { sentenceOf } from './words';

export type { Route };

export const everyRouteId: readonly Route[] = ['web-account', 'password', 'bastion-client', 'bastion-portal'];

/** What closed a route in a few words; what else closed it is counted. */
export function shortlyClosed({ closedBy }: RouteState): string {
  const [first, ...others] = closedBy;
  if (!first) return '';
  return others.length ? `${closedWords[first]}, and ${others.length} more` : closedWords[first];
}

/** What closed a route, in the words of the first check that did. */
export function whyClosed(report: Report, { closedBy }: RouteState): string {
  const [first] = closedBy;
  if (!first) return '';
  const result = report.results.find(({ id }) => id === first);
  return result?.found ?? result?.because ?? sentenceOf(first);
}

/** What was not seen of a route, as the sentences of its checks. */
export function whatWasNotSeen(report: Report, { notSeen }: RouteState): string {
  const titleOf = (check: CheckId): string =>
    report.results.find(({ id }) => id === check)?.title ?? sentenceOf(check);
  const [first, ...others] = notSeen;
  if (!first) return '';
  return others.length
    ? `not seen: ${titleOf(first)}, and ${others.length} more`
    : `not seen: ${titleOf(first)}`;
}
