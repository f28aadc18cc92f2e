import { basename, isAbsolute } from 'node:path';
import type { PcPolicies } from '../../shared/client-pc/this-pc';
import type { RdpDocument } from '../../shared/rdp/parse';
import type { RdpFileView } from '../../shared/rdp/rdp-file-view';
import { shownFile } from '../../shared/rdp/shown-file';
import type { Verification } from '../../shared/rdp/signature/verification';
import { rootsFrom } from './signing/given-roots';
import { verifyRdp } from './signing/verify';

/**
 * Everything the window shows of an .rdp file.
 *
 * @param place its path, or the name of one that was dropped.
 * @param policies those of this PC, where they could be read.
 */
export async function viewOf(
  id: string,
  document: RdpDocument,
  place: string,
  policies: PcPolicies | null,
): Promise<RdpFileView> {
  return {
    id,
    name: basename(place),
    path: isAbsolute(place) ? place : null,
    ...shownFile(document, policies),
    verification: await verificationOf(document),
  };
}

async function verificationOf(document: RdpDocument): Promise<Verification | null> {
  const verification = verifyRdp(document, await rootsFrom([]));
  return verification.signed ? verification : null;
}
