import type { Cause } from './cause';

/** The patterns, the most telling first: the first that fits is the report's first sentence. */
export const causes: readonly Cause[] = [];
