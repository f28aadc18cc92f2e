import { composeEntry } from '../../shared/profiles/compose-entry';
import type { DirectRoute } from '../../shared/profiles/entry';
import type { Profile } from '../../shared/profiles/profile';
import { parseRdp, type RdpDocument } from '../../shared/rdp/parse';
import { profileFileName } from '../../shared/rdp/profile-name';
import { rdpDocumentIn } from '../rdp-files/read-rdp-file';
import type { Library } from './library';

export interface Preview {
  /** The name of a file. */
  readonly name: string;
  readonly document: RdpDocument;
}

/**
 * What a profile's file would be, by the library alone: a finished file as it is kept, else a composed one.
 *
 * @param route asks for the finished file that is kept for it, and for no other.
 * @throws AppError `not-found`, `unreadable` for a kept file; `invalid-request` where none can be composed.
 */
export async function previewProfile(
  library: Library,
  profile: Profile,
  route: DirectRoute | null,
): Promise<Preview> {
  if (route !== null) return keptPreview(library, profile, route);
  const { templates } = await library.contents();
  const composed = composeEntry(
    profile,
    templates.map(({ entry }) => entry),
  );
  if (profile.files.some((file) => file.route === composed.route)) {
    return keptPreview(library, profile, composed.route);
  }
  return { name: profileFileName(profile.name), document: parseRdp(composed.bytes) };
}

async function keptPreview(library: Library, profile: Profile, route: DirectRoute): Promise<Preview> {
  const name = profile.files.find((file) => file.route === route)?.file ?? profileFileName(profile.name);
  return { name, document: rdpDocumentIn(await library.keptFile(profile, route), name) };
}
