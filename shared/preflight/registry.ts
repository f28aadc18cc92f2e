import type { Check } from './check';

/** Every check, in the order it is read: `CheckId`'s. */
export const checks: readonly Check[] = [];
