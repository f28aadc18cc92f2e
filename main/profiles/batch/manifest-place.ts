import type { FileSystem } from '../../rdp-files/file-system';
import type { BatchFolder } from './batch-folder';
import type { Journal } from './journal';
import { whatIsThere } from './what-is-there';

/** What is needed to write beside what is in a folder already. */
export interface ManifestFolder {
  readonly files: FileSystem;
  readonly folder: BatchFolder;
  readonly journal: Pick<Journal, 'of' | 'add'>;
  /** Writes over files that no batch wrote, too. */
  readonly isReplacing: boolean;
}

/**
 * Where a manifest goes: in the place of the one that an earlier run wrote. One that is somebody's own, or that
 * somebody wrote notes into, stays as it is, and the new one is called `manifest-2.csv`, `manifest-3.csv`, …
 */
export async function placeOfManifest(
  { files, folder, journal, isReplacing }: ManifestFolder,
  name: string,
): Promise<{ readonly file: string; readonly path: string }> {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? name : name.replace('.', `-${number}.`);
    const { isThere, path } = await folder.placeOf(file);
    if (!isThere || isReplacing) return { file, path };
    const found = await whatIsThere(files, path, journal.of(file), { made: '', signer: null });
    if (found.state !== 'refused') return { file, path };
  }
}
