import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';
import type { LibraryProblem } from '../../shared/profiles/library-view';
import type { FileSystem } from '../rdp-files/file-system';
import { writeWhole } from '../rdp-files/write-whole';
import { inside, markerFile } from './layout';
import { readBoundedFile } from './read-bounded-file';

const currentVersion = 1;
const Marker = z.looseObject({ format: z.literal('entra-rdp-library'), version: z.int().min(1) });

export const markerText = `${JSON.stringify({ format: 'entra-rdp-library', version: currentVersion }, null, 2)}\n`;

/** The version a marker names, where it is a newer one than this program knows. */
export function newerMarker(bytes: Uint8Array | undefined): number | null {
  const { data } = Marker.safeParse(bytes && jsonIn(bytes));
  return data && data.version > currentVersion ? data.version : null;
}

/** Signed files are signed byte for byte: git must not change their line ends on Windows. */
const attributes = '*.json text eol=lf\n*.rdp -text\n';

/**
 * Looks at what the folder says of itself. Entries can be used where it says nothing, or something that
 * cannot be read.
 *
 * @throws AppError `unreadable` where a newer version laid the folder out.
 */
export function markerProblem(library: string): LibraryProblem | null {
  const found = readBoundedFile(inside(library, markerFile));
  if (found.outcome === 'missing') return null;
  const marker = found.outcome === 'read' ? Marker.safeParse(jsonIn(found.bytes)).data : undefined;
  if (!marker) {
    return {
      file: markerFile,
      kind: 'damaged',
      because: `${markerFile} does not say which version this library has. Put back {"format": "entra-rdp-library", "version": 1}. It was left as it is.`,
      entry: null,
    };
  }
  if (marker.version <= currentVersion) return null;
  throw new AppError(
    'unreadable',
    `The library in ${library} was laid out by a newer Entra RDP (version ${marker.version}). Update this one to use it. Nothing was changed.`,
  );
}

/** Marks a folder that holds no library yet. */
export async function mark(library: string, files: FileSystem, mode: number): Promise<void> {
  if (await isMissing(files, inside(library, '.gitattributes'))) {
    await writeWhole(files, inside(library, '.gitattributes'), Buffer.from(attributes), { mode });
  }
  await writeWhole(files, inside(library, markerFile), Buffer.from(markerText), { mode });
}

export async function isMissing(files: FileSystem, path: string): Promise<boolean> {
  return (await files.lstat(path).catch(() => null)) === null;
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    ) as unknown;
  } catch {
    return undefined;
  }
}
