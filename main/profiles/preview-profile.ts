import { composeEntry } from '../../shared/profiles/compose-entry';
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
 * @throws AppError `not-found`, `unreadable` for a kept file; `invalid-request` where none can be composed.
 */
export async function previewProfile(library: Library, profile: Profile): Promise<Preview> {
  const { templates } = await library.contents();
  const { bytes, route } = composeEntry(
    profile,
    templates.map(({ entry }) => entry),
  );
  const kept = profile.files.find((file) => file.route === route);
  if (!kept) return { name: profileFileName(profile.name), document: parseRdp(bytes) };
  return {
    name: kept.file,
    document: rdpDocumentIn(await library.keptFile(profile, kept.route), kept.file),
  };
}
