import { z } from 'zod';
import { checkOrder } from './check-order';

export const CheckId = z.enum(checkOrder);
export type CheckId = z.infer<typeof CheckId>;
