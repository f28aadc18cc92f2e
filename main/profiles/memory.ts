import { lstatSync } from 'node:fs';
import { type FileState, stateOf } from './read-bounded-file';
import type { ScannedFile } from './scanned-file';

/** What was read before, by file: a file that has not changed since is not read again. */
export type Memory = Map<string, Remembered>;

export interface Remembered {
  readonly state: FileState;
  readonly readAt: number;
  readonly scanned: ScannedFile;
}

/** A file changed this shortly before it was read may change again without its times telling: FAT counts in 2 s. */
const settledAfterMs = 2500;

export function isSettled({ state, readAt }: Remembered): boolean {
  return Math.max(state.mtimeMs, state.ctimeMs) <= readAt - settledAfterMs;
}

export function isUnchanged(path: string, remembered: Remembered): boolean {
  const { state } = remembered;
  const now = isSettled(remembered) ? stateNow(path) : null;
  return (
    now !== null &&
    now.size === state.size &&
    now.mtimeMs === state.mtimeMs &&
    now.ctimeMs === state.ctimeMs &&
    now.ino === state.ino
  );
}

function stateNow(path: string): FileState | null {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? stateOf(found) : null;
  } catch {
    // Reading it says why.
    return null;
  }
}
