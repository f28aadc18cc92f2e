import { z } from 'zod';
import { CloudId } from '../azure/cloud';
import { VmId } from '../azure/virtual-machine';
import { Route } from '../preflight/route';

/** What `entra-rdp://connect?vm=…&route=…` asks for. It only ever shows a VM: connecting takes a click. */
export const ConnectLink = z.object({
  vmId: VmId,
  /** Null leaves the choice to the pre-flight. */
  route: Route.nullable(),
  /** The tenant of the VM's subscription; null where whoever made the link did not say. */
  tenantId: z.guid().nullable(),
  cloud: CloudId,
});
export type ConnectLink = z.infer<typeof ConnectLink>;

/** A link the system handed to the app, read. Whatever it is, it shows something and starts nothing. */
export const OpenedLink = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect'), link: ConnectLink }),
  /** An organisation's set-up, to be shown before it is taken: `settings.readSetup` takes its text. */
  z.object({ kind: z.literal('setup'), text: z.string() }),
  z.object({ kind: z.literal('refused'), because: z.string() }),
]);
export type OpenedLink = z.infer<typeof OpenedLink>;
