import { AppError } from '../../shared/errors/app-error';
import type { DirectRoute } from '../../shared/profiles/entry';
import type { Profile } from '../../shared/profiles/profile';
import { limits, tooLarge } from '../../shared/rdp/parse';
import { revisionOf } from './entry-bytes';
import { inside, keptFolder } from './layout';
import type { Saved, SaveOptions } from './library';
import type { LibraryFiles } from './library-files';
import { readBoundedFile } from './read-bounded-file';
import { saveEntry, valid } from './save-entry';

/**
 * Under the library's lock. The file is written first, under a name that follows from its bytes: a profile
 * never names a file that is not there, and whoever reads the old profile still finds the old file.
 *
 * @param isUsedByOthers whether another profile names a file, as after one was copied.
 */
export async function saveWithFile(
  library: string,
  files: LibraryFiles,
  { profile, route, bytes }: { profile: Profile; route: DirectRoute; bytes: Uint8Array },
  options: SaveOptions,
  isUsedByOthers: (file: string) => Promise<boolean>,
): Promise<Saved> {
  const file = `${profile.id}.${route}.${revisionOf(bytes).slice(0, 12)}.rdp`;
  const before = profile.files.filter((kept) => kept.route === route);
  const entry = {
    ...profile,
    files: [...profile.files.filter((kept) => kept.route !== route), { ...before[0], route, file }],
  };
  const isNew = readBoundedFile(pathOf(library, file)).outcome === 'missing';
  if (isNew) {
    await files.write(`${keptFolder}/${file}`, bytes);
    await files.flush();
  }
  try {
    const saved = await saveEntry(library, files, entry, options);
    if (saved.outcome === 'conflict' && isNew) await files.undo(`${keptFolder}/${file}`);
    if (saved.outcome === 'saved') {
      for (const old of before) {
        if (old.file !== file && !(await isUsedByOthers(old.file))) {
          await files.setAside(`${keptFolder}/${old.file}`).catch(() => undefined);
        }
      }
    }
    return saved;
  } catch (error) {
    if (isNew) await files.undo(`${keptFolder}/${file}`);
    throw error;
  }
}

/** @throws AppError `invalid-request`, `unreadable`: before anything is touched. */
export function validProfile(profile: Profile, bytes: Uint8Array): Profile {
  if (bytes.length > limits.fileBytes) throw tooLarge(bytes.length);
  return valid(profile) as Profile;
}

/** @throws AppError `not-found`, `unreadable`. */
export function keptFile(library: string, { name, files }: Profile, route: DirectRoute): Uint8Array {
  const kept = files.find((one) => one.route === route);
  if (!kept) throw new AppError('not-found', `The profile “${name}” keeps no file for this way to sign in.`);
  const path = pathOf(library, kept.file);
  const found = readBoundedFile(path);
  switch (found.outcome) {
    case 'read':
      return found.bytes;
    case 'missing':
      throw new AppError(
        'not-found',
        `The profile “${name}” keeps a file that is not there: ${path}. Where the folder is synced, wait until it is complete.`,
      );
    case 'refused':
      throw new AppError('unreadable', `${path} ${found.because}. It was left as it is.`);
  }
}

function pathOf(library: string, file: string): string {
  return inside(library, `${keptFolder}/${file}`);
}
