import { AppError } from '../../shared/errors/app-error';
import { parseRdp, type RdpDocument, textOf } from '../../shared/rdp/parse';
import { readBounded } from '../files/read-bounded';

/**
 * Reads an .rdp file a person named. Its size is looked at before its content.
 *
 * @throws AppError `not-found`; `access-denied`; `invalid-request` for a folder; `unreadable` for a file that
 *   is too large, no ordinary file, a circle of links, or not text.
 */
export async function readRdpFile(path: string): Promise<RdpDocument> {
  return rdpDocumentIn(await readBounded(path, path), path);
}

/**
 * The same of bytes that are at hand already.
 *
 * @param path of the file, or its name: for what is said of it.
 */
export function rdpDocumentIn(bytes: Uint8Array, path: string): RdpDocument {
  const document = named(path, () => parseRdp(bytes));
  if (isBinary(document)) {
    throw new AppError(
      'unreadable',
      `${path} was not read: it is not an .rdp file, but bytes that are no text.`,
      { help: 'rdp-file-unreadable' },
    );
  }
  return document;
}

function named(path: string, parse: () => RdpDocument): RdpDocument {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError(cause.code, `${path}: ${cause.message}`, {
      cause,
      ...(cause.help && { help: cause.help }),
    });
  }
}

// A stray NUL or a torn character is a finding; a program or a picture is full of them.
function isBinary(document: RdpDocument): boolean {
  const text = textOf(document);
  const strange = text.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  const written = document.lines.filter((line) => line.text.trim() !== '');
  const settings = written.filter(({ setting }) => setting !== null);
  return strange > text.length / 50 && settings.length * 2 < written.length;
}
