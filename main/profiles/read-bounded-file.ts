import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
} from 'node:fs';
import { largestFile } from './layout';

/** Tells one state of a file from the next; what replaces a file has another inode. */
export interface FileState {
  readonly size: number;
  /** Milliseconds since 1970, as are all times here. */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

export type BoundedRead =
  | { readonly outcome: 'read'; readonly bytes: Buffer; readonly state: FileState }
  | { readonly outcome: 'missing' }
  /** `because` ends a sentence that begins with the file. */
  | { readonly outcome: 'refused'; readonly because: string; readonly code: string | null };

// A link is never followed, as it may lead anywhere; and opening a pipe would wait for its writer.
const isWindows = process.platform === 'win32';
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
const flags = isWindows ? O_RDONLY : O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
const shared = Buffer.allocUnsafeSlow(largestFile + 1);

/**
 * Reads a small ordinary file at once: ten thousand one by one through promises would take ten times as long.
 * Callers that read many let others have their turn in between.
 */
export function readBoundedFile(path: string): BoundedRead {
  let file: number | undefined;
  try {
    if (isWindows && lstatSync(path).isSymbolicLink()) return linkRefused();
    file = openSync(path, flags);
    const found = fstatSync(file);
    if (!found.isFile()) return refused(whatInstead(found));
    if (found.size > largestFile) {
      return refused(
        `has ${found.size.toLocaleString('en')} bytes, and no file of a library has more than ${largestFile.toLocaleString('en')}. Move it out of the library`,
      );
    }
    const length = readWhole(file, found.size);
    return { outcome: 'read', bytes: Buffer.from(shared.subarray(0, length)), state: stateOf(found) };
  } catch (cause) {
    return explained(cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

// A network drive may hand over a file in parts.
function readWhole(file: number, size: number): number {
  let length = 0;
  while (length < size) {
    const part = readSync(file, shared, length, shared.length - length, null);
    if (part === 0) break;
    length += part;
  }
  return length;
}

export function stateOf({ size, mtimeMs, ctimeMs, ino }: Exclude<Stats, BigIntStats>): FileState {
  return { size, mtimeMs, ctimeMs, ino };
}

function whatInstead(found: { isDirectory(): boolean }): string {
  return found.isDirectory()
    ? 'is a folder, and entries lie beside each other. Move what is in it one level up'
    : 'is no ordinary file. Move it out of the library';
}

function explained(cause: unknown): BoundedRead {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { outcome: 'missing' };
    case 'ELOOP':
    case 'EMLINK':
      return linkRefused();
    case 'EACCES':
    case 'EPERM':
      return refused('may not be read by this account. Change its permissions', code);
    case 'EBUSY':
      return refused('is being used by another program. Close it there', code);
    default:
      return refused(`could not be read (${code || String(cause)}). Take it from a backup`, code || null);
  }
}

function linkRefused(): BoundedRead {
  return refused('is a link, which is never followed. Put the file itself in its place');
}

function refused(because: string, code: string | null = null): BoundedRead {
  return { outcome: 'refused', because, code };
}
