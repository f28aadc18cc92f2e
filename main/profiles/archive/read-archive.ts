import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError, isAppError } from '../../../shared/errors/app-error';
import { shown } from '../../../shared/rdp/shown';
import { asideFolder, folderOf, keptFolder, largestFile, markerFile } from '../layout';

/** What a zip may hold: what is beyond was made to fill a disk or a memory. */
const limits = { files: 50_000, bytes: 256 * 1024 * 1024 };

export interface Archive {
  /** By name as in a library's folder: `profiles/web-01.json`. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly leftOut: readonly { readonly name: string; readonly because: string }[];
}

const layout = new RegExp(
  `^(?:${markerFile.replace('.', '\\.')}|(?:${folderOf.template}|${folderOf.profile})/[^/]+\\.json|${keptFolder}/[a-z0-9][a-z0-9.-]{0,120}\\.rdp)$`,
);

/**
 * Reads the zip of a library, all of it into memory: no name of it is ever one on the disk.
 *
 * @throws AppError `not-found`, `access-denied`; `unreadable` for what is no zip, is damaged, encrypted, larger
 *   than a library can be, or names a file outside of its folder.
 */
export async function readArchive(path: string, signal: AbortSignal): Promise<Archive> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, strictFileNames: true, autoClose: false });
    return await readAll(zip, signal);
  } catch (error) {
    throw explained(path, error);
  } finally {
    zip?.close();
  }
}

async function readAll(zip: ZipFile, signal: AbortSignal): Promise<Archive> {
  if (zip.entryCount > limits.files) throw refused(`holds ${zip.entryCount.toLocaleString('en')} files`);
  const files = new Map<string, Buffer>();
  const leftOut: { name: string; because: string }[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (signal.aborted) throw new AppError('cancelled', 'The import was cancelled. Nothing was changed.');
    const because = whyNot(entry, files);
    if (because === 'a folder') continue;
    if (because !== null) {
      leftOut.push({ name: entry.fileName, because });
      continue;
    }
    total += entry.uncompressedSize;
    if (total > limits.bytes) throw refused(`would take ${total.toLocaleString('en')} bytes unpacked`);
    // Ends with an error where the file turns out to be larger than it says.
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return { files, leftOut };
}

function whyNot(entry: Entry, files: ReadonlyMap<string, Buffer>): string | null {
  const { fileName, uncompressedSize } = entry;
  if (fileName.endsWith('/') || fileName.startsWith(`${asideFolder}/`)) return 'a folder';
  if (!layout.test(fileName)) return 'It is no file of a library.';
  if (files.has(fileName)) return 'It is in the zip twice; the first one was taken.';
  if (entry.isEncrypted()) throw refused(`is encrypted (${shown(fileName)})`);
  if (uncompressedSize <= largestFile) return null;
  return `It has ${uncompressedSize.toLocaleString('en')} bytes, and no file of a library has more than ${largestFile.toLocaleString('en')}.`;
}

function explained(path: string, cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'ENOENT') return new AppError('not-found', `There is no file ${path}.`, { cause });
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError('access-denied', `${path} may not be read by this account.`, { cause });
  }
  if (isAppError(cause) && cause.code === 'cancelled') return cause;
  const why = isAppError(cause) ? cause.message : whyUnreadable(cause);
  return new AppError('unreadable', `${path} was not imported, and nothing was changed: it ${why}.`, {
    cause,
  });
}

/** What the zip library found, which has no codes for it. */
function whyUnreadable(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const outside = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(
    message,
  );
  if (outside) return `holds a file that would lie outside of its folder, ${shown(outside[1] ?? '')}`;
  if (/too many bytes|not enough bytes/i.test(message))
    return 'holds a file that has another size than it says';
  if (/end of central directory/i.test(message)) return 'is no zip';
  return `is no zip, or is damaged (${shown(message)})`;
}

function refused(why: string): AppError {
  return new AppError('unreadable', why);
}
