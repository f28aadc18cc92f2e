import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FileSystem } from './file-system';
import { besideOf, explained, writeWhole } from './write-whole';

/** Writes one file whole or not at all. @throws AppError as `writeWhole`. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

const direct = { renameSync, rmSync, writeFileSync };

const small = 64 * 1024;
const slowMs = 5;
const slowInARow = 5;

/**
 * Writes many small files, each whole or not at all. Handing four steps of each to other threads and back costs
 * several times what the steps themselves do, so a small file is written in one go. A disk that proves slow, as
 * one behind a network, would hold up everything else: from then on others do the waiting. When the bytes reach
 * the disk is left to the system: a power cut may tear a file, a killed process cannot.
 *
 * @param staging where small files stand until they are whole: making them in one folder and moving them is
 *   quicker than making them in many.
 */
export function createFileWriter(
  files: FileSystem,
  staging: string,
  atOnce: typeof direct = direct,
): WriteFile {
  let slow = 0;
  return async (path, bytes) => {
    if (bytes.length > small || slow >= slowInARow) {
      await writeWhole(files, path, bytes, { isUnsynced: true });
      return;
    }
    const beside = besideOf(join(staging, basename(path)));
    const startedAt = performance.now();
    try {
      atOnce.writeFileSync(beside, bytes, { flag: 'wx', mode: 0o600 });
      atOnce.renameSync(beside, path);
    } catch (cause) {
      atOnce.rmSync(beside, { force: true });
      if (!isElsewhere(cause)) throw explained(path, cause);
      await writeWhole(files, path, bytes, { isUnsynced: true });
    }
    slow = performance.now() - startedAt > slowMs ? slow + 1 : 0;
  };
}

// A folder below may be a disk of its own, into which nothing can be moved.
function isElsewhere(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EXDEV';
}
