import { z } from 'zod';

/**
 * Which text of Microsoft's support statement to judge by. Its pages contradict each other, so the
 * baseline is chosen, and what only the stricter one forbids is a `warn` under the other.
 */
export const Baseline = z.enum(['article', '2025-12']);
export type Baseline = z.infer<typeof Baseline>;
