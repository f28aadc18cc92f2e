import { z } from 'zod';
import { VmId } from '../azure/virtual-machine';
import { Route } from '../preflight/route';

/** What `entra-rdp://connect?vm=…&route=…` asks for. It only ever shows a VM: connecting takes a click. */
export const ConnectLink = z.object({
  vmId: VmId,
  /** Null leaves the choice to the pre-flight. */
  route: Route.nullable(),
});
export type ConnectLink = z.infer<typeof ConnectLink>;
