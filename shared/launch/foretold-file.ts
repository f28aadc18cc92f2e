import { z } from 'zod';
import { RdpFileView } from '../rdp/rdp-file-view';
import { UsedFile } from './used-file';

/** The file that Connect would open, and what Windows will ask about it. */
export const ForetoldFile = RdpFileView.pick({ dialog: true, leadsTo: true, verification: true }).extend({
  /** Whether this very PC shows the dialog: older Windows and other systems do not, nor where a policy trusts the publisher. */
  asksHere: z.boolean(),
  profile: UsedFile.nullable(),
  passedOver: z.array(z.string()),
});
export type ForetoldFile = z.infer<typeof ForetoldFile>;
