import type { LastListHead } from '../../../shared/azure/last-list';
import { agoText, momentText } from '../../../shared/time/moment';

/** `26 Nov, 14:03 (2 hours ago)`. */
export function whenListed({ asOf }: Pick<LastListHead, 'asOf'>, now = Date.now()): string {
  return `${momentText(asOf, now)} (${agoText(asOf, now)})`;
}
