import { open } from 'node:fs/promises';
import { AppError } from '../../shared/errors/app-error';
import { connectionIn, type RdpConnection } from '../../shared/rdp/connection';
import { limits, parseRdp, settingsIn } from '../../shared/rdp/parse';

/** Where a file leads, and the file. */
export interface ConnectionFile extends RdpConnection {
  readonly bytes: Uint8Array;
}

/**
 * Where somebody's .rdp file leads.
 *
 * @throws AppError `not-found`; `unreadable` for a folder, a file we may not read or that is too large;
 *   `invalid-request` for one that names no computer.
 */
export async function readConnection(path: string): Promise<ConnectionFile> {
  const bytes = await bytesOf(path);
  const connection = connectionIn(settingsIn(parseRdp(bytes)));
  if (connection) return { ...connection, bytes };
  throw new AppError(
    'invalid-request',
    `The connection file ${path} names no computer: it has no "full address".`,
  );
}

// One byte more than is read tells a file that is too large, whatever its size says.
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(limits.fileBytes + 1), 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (code === 'ENOENT') throw new AppError('not-found', `There is no file ${path}.`, { cause });
    throw new AppError('unreadable', `The connection file ${path} could not be read (${code}).`, { cause });
  }
}
