import { resolve } from 'node:path';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..');

/** A path inside the checkout. */
export const at = (...parts) => resolve(root, ...parts);
