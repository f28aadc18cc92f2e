import { join } from 'node:path';
import type { EntryKind } from '../../shared/profiles/library-view';

/** What lies where in a library's folder. Names with a leading dot are ours, or a program's that is none of our business. */
export const folderOf = { template: 'templates', profile: 'profiles' } as const satisfies Record<
  EntryKind,
  string
>;
export const keptFolder = 'files';
/** What a settled conflict or a removal put away. Nothing of the library is ever deleted. */
export const asideFolder = 'set-aside';
export const markerFile = 'library.json';

/** No entry comes near it; a larger file is somebody's mistake. */
export const largestFile = 1024 * 1024;

/** Relative to the library's folder, with forward slashes on every system. */
export function entryFile(kind: EntryKind, id: string): string {
  return `${folderOf[kind]}/${id}.json`;
}

export function inside(library: string, file: string): string {
  return join(library, ...file.split('/'));
}

/** As `writeWhole` names what it writes beside its place. */
const temporary = /^\..{1,40}\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;

export function isTemporary(name: string): boolean {
  return temporary.test(name);
}
