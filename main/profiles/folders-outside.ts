import { lstatSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { asideFolder, folderOf, inside, keptFolder } from './layout';

const folders = [...Object.values(folderOf), keptFolder, asideFolder];

/** Which folders of a library are links that lead out of it: nothing is read or written there. */
export function foldersOutside(library: string): string[] {
  return folders.filter((folder) => leadsOutside(library, inside(library, folder)));
}

function leadsOutside(library: string, path: string): boolean {
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
    return !realpathSync(path).startsWith(`${realpathSync(library)}${sep}`);
  } catch {
    // A link to nowhere, or in a circle.
    return true;
  }
}
