import type { Profile } from '../../shared/profiles/profile';
import { settingsOfProfile } from '../../shared/profiles/settings-of-entry';
import { parseRdp, type RdpDocument } from '../../shared/rdp/parse';
import { profileFileName } from '../../shared/rdp/profile-name';
import { serializeRdp } from '../../shared/rdp/serialize';
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
  const composed = settingsOfProfile(
    profile,
    templates.map(({ entry }) => entry),
  );
  const wanted = composed.route?.route;
  const kept = wanted === undefined ? profile.files[0] : profile.files.find(({ route }) => route === wanted);
  if (kept) {
    const bytes = await library.keptFile(profile, kept.route);
    return { name: kept.file, document: rdpDocumentIn(bytes, kept.file) };
  }
  return { name: profileFileName(profile.name), document: parseRdp(serializeRdp(composed.settings)) };
}
