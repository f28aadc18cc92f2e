import { z } from 'zod';
import { routeOrder } from './route-order';

export const Route = z.enum(routeOrder);
export type Route = z.infer<typeof Route>;

export const everyRoute: readonly Route[] = routeOrder;
export const bastionRoutes: readonly Route[] = ['bastion-client', 'bastion-portal'];
