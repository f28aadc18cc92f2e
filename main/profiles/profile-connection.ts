import { AppError } from '../../shared/errors/app-error';
import { nowhereToConnect } from '../../shared/profiles/compose-entry';
import type { DirectRoute } from '../../shared/profiles/entry';
import type { Profile } from '../../shared/profiles/profile';
import { connectionIn } from '../../shared/rdp/connection';
import { settingsIn } from '../../shared/rdp/parse';
import { rdpDocumentIn } from '../rdp-files/read-rdp-file';
import type { Library } from './library';

/** Where a profile leads by itself, and its finished file. */
export interface ProfileConnection {
  readonly hostName: string;
  readonly port: number | undefined;
  /** That of the finished file, which signs in one way only. */
  readonly route: DirectRoute | null;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/**
 * Where a profile leads by what the library knows alone: by its finished file, else by the names it has. A file that
 * cannot be read is no reason not to connect where there is a name.
 *
 * @throws AppError `not-found` for a profile that says nowhere to connect to.
 */
export async function connectionOfProfile(
  library: Pick<Library, 'keptFile'>,
  profile: Profile,
): Promise<ProfileConnection> {
  const named = profile.address ?? profile.computerName;
  try {
    const finished = await finishedFileOf(library, profile);
    if (finished) return finished;
  } catch (error) {
    if (named === null || !(error instanceof AppError)) throw error;
  }
  if (named === null) throw nowhereToConnect(profile);
  return { hostName: named, port: profile.port ?? undefined, route: null };
}

/** That of the profile's own route; of whichever it has a file for where it names none. */
async function finishedFileOf(
  library: Pick<Library, 'keptFile'>,
  profile: Profile,
): Promise<ProfileConnection | null> {
  const wanted = profile.files.find(({ route }) => profile.route === null || route === profile.route);
  if (!wanted) return null;
  const bytes = await library.keptFile(profile, wanted.route);
  const connection = connectionIn(settingsIn(rdpDocumentIn(bytes, wanted.file)));
  if (!connection) return null;
  const { host, port } = connection;
  const { route } = wanted;
  return { hostName: host, port: port ?? undefined, route, file: { name: profile.name, bytes } };
}
