import { z } from 'zod';

export const BastionHost = z.object({
  id: z.string(),
  name: z.string(),
  /** `Developer`, `Basic`, `Standard` or `Premium`. */
  sku: z.string().nullable(),
  allowsTunneling: z.boolean(),
  allowsIpConnect: z.boolean(),
  provisioningState: z.string().nullable(),
  /** Lower-cased id of the virtual network it stands in. */
  networkId: z.string().nullable(),
});
export type BastionHost = z.infer<typeof BastionHost>;

/** Every Bastion that could be read, and which networks are peered (ids lower-cased). */
export const Bastions = z.object({
  hosts: z.array(BastionHost),
  peerings: z.array(z.object({ from: z.string(), to: z.string() })),
});
export type Bastions = z.infer<typeof Bastions>;
