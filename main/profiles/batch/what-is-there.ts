import type { FileSystem } from '../../rdp-files/file-system';
import type { JournalEntry } from './journal';
import { sha256 } from './make-file';

/** What stands in the place of a file: `refused` is not ours to write over. */
export type WhatIsThere =
  | { readonly state: 'free' }
  | { readonly state: 'ours' }
  /** Ours, and just what would be written. */
  | { readonly state: 'same' }
  | { readonly state: 'refused'; readonly because: string };

/** No file or zip of a batch comes near it. */
const largest = 1024 * 1024 * 1024;

/**
 * Looks at a place before it is written to, by what the journal says was written there.
 *
 * @param wanted what would be made now.
 */
export async function whatIsThere(
  files: FileSystem,
  path: string,
  written: readonly JournalEntry[],
  wanted: Pick<JournalEntry, 'made' | 'signer'>,
): Promise<WhatIsThere> {
  const found = await files.lstat(path).catch(() => null);
  // On a file system with letter case, another spelling of the name may be there.
  if (!found) return { state: 'free' };
  if (found.isDirectory())
    return refused(`${path} is a folder. Take it away, or give the file another name.`);
  if (!found.isFile())
    return refused(`${path} is a link or no ordinary file, and none of a batch. ${orReplace}`);
  if (written.length === 0) {
    return refused(`${path} is there already, and no batch wrote it. ${orReplace}`);
  }
  const bytes = found.size <= largest ? await digestOf(files, path) : '';
  const mine = written.filter((entry) => entry.bytes === bytes);
  if (mine.length === 0) return refused(`${path} was changed since a batch wrote it. ${orReplace}`);
  const isSame = mine.some(({ made, signer }) => made === wanted.made && signer === wanted.signer);
  return { state: isSame ? 'same' : 'ours' };
}

const orReplace = 'Move it away, or choose another folder; in the terminal --replace writes over it.';

async function digestOf(files: FileSystem, path: string): Promise<string> {
  const handle = await files.open(path, 'r');
  try {
    return sha256(await handle.readFile());
  } finally {
    await handle.close();
  }
}

function refused(because: string): WhatIsThere {
  return { state: 'refused', because };
}
