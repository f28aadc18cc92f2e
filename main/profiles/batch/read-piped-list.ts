import { addAbortSignal, type Readable } from 'node:stream';
import { AppError } from '../../../shared/errors/app-error';
import { refused } from '../../../shared/profiles/batch/columns';
import { type ListText, listTextOf, mostListBytes } from '../../../shared/profiles/batch/list-text';

const name = 'what was piped in';

/**
 * The text of a list that another program writes to `input`, whatever its encoding.
 *
 * @throws AppError `invalid-request`, which says why it is no list; `cancelled` while it is waited for.
 */
export async function readPipedList(
  input: Readable & { readonly isTTY?: boolean },
  signal: AbortSignal,
): Promise<ListText> {
  // A person would wait for us while we wait for them.
  if (input.isTTY) {
    throw refused(
      'nothing is piped in, and “-” reads it from there. Name a file, or pipe one in: … | entra-rdp profiles --from -',
    );
  }
  return listTextOf(await bytesOf(input, signal), name);
}

async function bytesOf(input: Readable, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of addAbortSignal(signal, input)) {
      const bytes = Buffer.from(part as Uint8Array);
      length += bytes.length;
      if (length > mostListBytes) break;
      parts.push(bytes);
    }
  } catch (cause) {
    if (signal.aborted)
      throw new AppError('cancelled', 'Cancelled before the list was read. Nothing was written.');
    throw refused(`${name} ${whyUnread(cause)}`);
  }
  if (length > mostListBytes) {
    throw refused(`${name} has more than ${mostListBytes.toLocaleString('en')} bytes, which are the most`);
  }
  return Buffer.concat(parts);
}

function whyUnread(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'for a reason nobody says';
  return code === 'EISDIR' ? 'is a folder' : `could not be read (${code})`;
}
