import { resolve } from 'node:path';
import { AppError, isAppError } from '../../../shared/errors/app-error';
import { entryText } from '../../../shared/profiles/entry-text';
import { type FileSystem, fileSystem } from '../../rdp-files/file-system';
import { expectNoDevice, writeWhole } from '../../rdp-files/write-whole';
import { zipOf } from '../batch/zip-of';
import { entryFile, keptFolder, markerFile } from '../layout';
import type { Library } from '../library';
import { markerText } from '../marker';

export interface Exported {
  /** Absolute. */
  readonly file: string;
  readonly templates: number;
  readonly profiles: number;
  /** Files of the library that are not in the zip, as they cannot be used: a sentence each. */
  readonly leftOut: readonly string[];
}

interface ZipItem {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The whole library as one zip, laid out as its folder is: unpacked, it is a library again.
 *
 * @throws AppError `invalid-request` for a folder; `disk-full`, `access-denied`, `not-found`: a zip that was
 *   there before stays.
 */
export async function exportLibrary(
  library: Library,
  place: string,
  files: FileSystem = fileSystem,
): Promise<Exported> {
  const file = resolve(place);
  if ((await files.stat(file).catch(() => null))?.isDirectory()) {
    throw new AppError(
      'invalid-request',
      `${file} is a folder. Give the name of a file, such as library.zip.`,
    );
  }
  await expectNoDevice(files, file);
  const { templates, profiles, problems } = await library.contents();
  const entries = [...templates, ...profiles].map(({ entry }) => ({
    name: entryFile(entry.kind, entry.id),
    bytes: Buffer.from(entryText(entry)),
  }));
  const marker = { name: markerFile, bytes: Buffer.from(markerText) };
  const kept = await keptItems(library, profiles);
  await writeWhole(files, file, await zipOf([marker, ...entries, ...kept]));
  return {
    file,
    templates: templates.length,
    profiles: profiles.length,
    leftOut: problems.map(({ because }) => because),
  };
}

async function keptItems(
  library: Library,
  profiles: Awaited<ReturnType<Library['contents']>>['profiles'],
): Promise<ZipItem[]> {
  const items = new Map<string, ZipItem>();
  for (const { entry } of profiles) {
    for (const { route, file } of entry.files) {
      const name = `${keptFolder}/${file}`;
      if (items.has(name)) continue;
      try {
        items.set(name, { name, bytes: await library.keptFile(entry, route) });
      } catch (error) {
        // One that is missing is among the library's problems already.
        if (!isAppError(error)) throw error;
      }
    }
  }
  return [...items.values()];
}
