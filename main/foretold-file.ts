import { asksAbout } from '../shared/client-pc/rdp-file-dialog';
import type { ForetoldFile } from '../shared/launch/foretold-file';
import { valueOf } from '../shared/launch/plan-profile';
import type { Gathered } from '../shared/preflight/fact';
import { parseRdp } from '../shared/rdp/parse';
import type { ComposedFile } from './compose-file';
import { viewOf } from './rdp-files/view-of';

/** What a person will see when a file is opened on this PC. */
export async function foretoldFile(
  { bytes, fileName, used, passedOver }: ComposedFile,
  gathered: Gathered,
): Promise<ForetoldFile> {
  const policies = valueOf(gathered, 'pcPolicies');
  const view = await viewOf('foretold', parseRdp(bytes), fileName, policies);
  const { dialog, leadsTo, verification } = view;
  return {
    dialog,
    leadsTo,
    verification,
    asksHere: asksAbout(valueOf(gathered, 'thisPc'), policies, verification),
    profile: used,
    passedOver: [...passedOver],
  };
}
