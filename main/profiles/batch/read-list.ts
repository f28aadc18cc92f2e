import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { refused } from '../../../shared/profiles/batch/columns';
import { type ListText, listTextOf, mostListBytes } from '../../../shared/profiles/batch/list-text';

/**
 * The text of a list a person named, whatever its encoding.
 *
 * @throws AppError `invalid-request`, which says why it is no list.
 */
export async function readList(path: string): Promise<ListText> {
  // A pipe without a writer would be waited for, for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (cause: NodeJS.ErrnoException) => {
      throw refused(`${path} ${whyUnread(cause.code)}`);
    },
  );
  try {
    return listTextOf(await bytesOf(handle, path), path);
  } finally {
    await handle.close();
  }
}

async function bytesOf(handle: FileHandle, path: string): Promise<Uint8Array> {
  const found = await handle.stat();
  if (found.isDirectory()) throw refused(`${path} is a folder`);
  if (!found.isFile()) throw refused(`${path} is no ordinary file`);
  if (found.size > mostListBytes) {
    throw refused(
      `${path} has ${found.size.toLocaleString('en')} bytes, and ${mostListBytes.toLocaleString('en')} are the most`,
    );
  }
  return handle.readFile();
}

function whyUnread(code = 'for a reason the system does not say'): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this account';
    case 'ELOOP':
      return 'is a link that leads in a circle';
    default:
      return `could not be read (${code})`;
  }
}
