import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { refused } from '../../../shared/profiles/batch/columns';
import { decodeRdp } from '../../../shared/rdp/decode';

/** 100,000 lines of long names are a third of it. */
const mostBytes = 64 * 1024 * 1024;

export interface ListText {
  readonly text: string;
  readonly notes: readonly string[];
}

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
    return textOf(await bytesOf(handle, path), path);
  } finally {
    await handle.close();
  }
}

async function bytesOf(handle: FileHandle, path: string): Promise<Uint8Array> {
  const found = await handle.stat();
  if (found.isDirectory()) throw refused(`${path} is a folder`);
  if (!found.isFile()) throw refused(`${path} is no ordinary file`);
  if (found.size > mostBytes) {
    throw refused(
      `${path} has ${found.size.toLocaleString('en')} bytes, and ${mostBytes.toLocaleString('en')} are the most`,
    );
  }
  return handle.readFile();
}

function textOf(bytes: Uint8Array, path: string): ListText {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw refused(`${path} is a workbook or another zip. Save it as “CSV UTF-8” first`);
  }
  const { text, encoding } = decodeRdp(bytes);
  // One stray NUL is enough: no text has any.
  if (text.includes('\0')) throw refused(`${path} is no text file`);
  return {
    text,
    notes:
      encoding === 'windows-1252'
        ? [
            'The list is in no Unicode encoding and was read as Windows-1252: look at its special characters, or save it as “CSV UTF-8”.',
          ]
        : [],
  };
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
