import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import type { FileSystem } from './file-system';
import { renamePatiently } from './rename-patiently';

interface HowWritten {
  /** Who may read it: only its owner, where nothing else is said. */
  readonly mode?: number;
  /**
   * Leaves it to the system when the bytes reach the disk. For files that are made again from what is known:
   * a power cut may tear them, a killed process cannot.
   */
  readonly isUnsynced?: boolean;
}

/**
 * Writes a file whole or not at all: beside its place first, then into it. An older file of that name stays
 * as it is when writing fails.
 *
 * @throws AppError `disk-full`; `access-denied`; `not-found` when its folder is missing.
 */
export async function writeWhole(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  { mode = 0o600, isUnsynced = false }: HowWritten = {},
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 40)}.${randomUUID()}.tmp`);
  try {
    await writeNew(files, beside, bytes, isUnsynced);
    // Whom the umask kept out when the file was made.
    if (mode !== 0o600) await files.chmod(beside, mode);
    await renamePatiently(files, beside, path);
  } catch (cause) {
    await files.rm(beside, { force: true }).catch(() => undefined);
    throw explained(path, cause);
  }
}

/**
 * To be asked where a person named the place: a device or a pipe is somebody else's, and a file in its place would
 * take it from all.
 *
 * @throws AppError `invalid-request`.
 */
export async function expectNoDevice({ stat }: Pick<FileSystem, 'stat'>, path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found || found.isFile() || found.isDirectory()) return;
  throw new AppError(
    'invalid-request',
    `${path} is no ordinary file, and was left as it is. Give the name of a file.`,
  );
}

async function writeNew(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  isUnsynced: boolean,
): Promise<void> {
  const file = await files.create(path);
  try {
    await file.write(bytes);
    if (!isUnsynced) await file.sync();
  } finally {
    await file.close();
  }
}

/** What the file system's refusal means for the person. Anything else than a refusal is passed on. */
export function explained(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError(
        'disk-full',
        `${path} could not be written: the disk is full. Nothing was left half written. Free some space there and try again.`,
        { help: 'disk-full', cause },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError(
        'access-denied',
        isRename(cause)
          ? `${path} could not be written: another program holds it open, or this account may not write there. Close it there and try again, or choose another folder.`
          : `${path} could not be written: this account may not write there. Choose another folder, or change its permissions.`,
        { cause },
      );
    case 'EBUSY':
      return new AppError(
        'access-denied',
        `${path} could not be written: another program holds it open. Close it there, and try again.`,
        { cause },
      );
    case 'ENAMETOOLONG':
      return new AppError(
        'invalid-request',
        `${path} could not be written: its name is longer than the disk can keep. Choose a shorter one.`,
        { cause },
      );
    case 'ENOENT':
      return new AppError(
        'not-found',
        `${path} could not be written: its folder does not exist. Make the folder, or choose another one.`,
        { cause },
      );
    case 'EEXIST':
    case 'ENOTDIR':
      return new AppError(
        'invalid-request',
        `${path} could not be written: a file stands where its folder should be. Take it away, or choose another folder.`,
        { cause },
      );
    case 'EISDIR':
      return refusedFolder(path, cause);
    default:
      return cause;
  }
}

function isRename(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause && cause.syscall === 'rename';
}

export function refusedFolder(path: string, cause?: unknown): AppError {
  return new AppError(
    'invalid-request',
    `${path} is a folder, so no connection file was written. Give the name of a file, such as ${join(path, 'vm.rdp')}.`,
    { cause },
  );
}
