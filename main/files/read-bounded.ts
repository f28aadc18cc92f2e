import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '../../shared/errors/app-error';

const usualBytes = 1024 * 1024;

/**
 * The bytes of a file a person named; a file that is too long is not read at all.
 *
 * @param what completes the sentence "… could not be read": `The certificate c.pem`.
 * @throws AppError `not-found`; `access-denied`; `invalid-request` for a folder; `unreadable` for anything
 *   that is not a file of at most that many bytes, 1 MiB where nothing else is said.
 */
export async function readBounded(
  path: string,
  what: string,
  mostBytes: number = usualBytes,
): Promise<Uint8Array> {
  // A pipe without a writer would be waited for, for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw explained(what, cause);
  });
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw refused('invalid-request', `${what} could not be read: it is a folder.`);
    if (!found.isFile()) throw refused('unreadable', `${what} could not be read: it is no ordinary file.`);
    if (found.size > mostBytes) {
      throw refused(
        'unreadable',
        `${what} could not be read: it has ${found.size.toLocaleString('en')} bytes, far more than such a file can have.`,
      );
    }
    return await handle.readFile();
  } catch (cause) {
    throw explained(what, cause);
  } finally {
    await handle.close();
  }
}

function explained(what: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refused('not-found', `${what} could not be read: there is no such file.`, cause);
    case 'EACCES':
    case 'EPERM':
      return refused('access-denied', `${what} could not be read: this account may not read it.`, cause);
    case 'ELOOP':
      return refused('unreadable', `${what} could not be read: its links lead in a circle.`, cause);
    case 'EISDIR':
      return refused('invalid-request', `${what} could not be read: it is a folder.`, cause);
    case 'EIO':
    case 'ENXIO':
      return refused('unreadable', `${what} could not be read: the disk gave an error.`, cause);
    default:
      return cause;
  }
}

function refused(
  code: 'not-found' | 'access-denied' | 'unreadable' | 'invalid-request',
  message: string,
  cause?: unknown,
): AppError {
  return new AppError(code, message, { cause });
}
