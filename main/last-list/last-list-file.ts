import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip, createGzip, constants as zlib } from 'node:zlib';
import {
  headLine,
  type LastListHead,
  mostVms,
  readHeadLine,
  readRowLine,
  rowLines,
  unusable,
} from '../../shared/azure/last-list';
import type { VmSummary } from '../../shared/azure/virtual-machine';
import { AppError, isAppError } from '../../shared/errors/app-error';
import { slices } from '../support/slices';

/** Far more than the longest list takes: anything above is somebody's mistake, or their mischief. */
const mostFileBytes = 64 * 1024 * 1024;
const mostLineBytes = 4 * 1024 * 1024;

/** A list on its way into a file: pressed together as it comes, so that its rows are not kept twice. */
export interface GrowingList {
  add(vms: readonly VmSummary[]): void;
  /** The whole file; null where the list is too long to be kept. */
  finish(head: Omit<LastListHead, 'total'>): Promise<Buffer | null>;
  discard(): void;
}

/** Pressing happens on a thread of its own; here only its text is made. */
export function growList(): GrowingList {
  let total = 0;
  const rows = press();
  return {
    add(vms) {
      total += vms.length;
      if (total <= mostVms) rows.write(rowLines(vms));
      else rows.discard();
    },
    async finish(head) {
      if (total > mostVms) return null;
      const first = press();
      first.write(headLine({ ...head, total }));
      // Two pressed texts one behind the other are one.
      return Buffer.concat([await first.end(), await rows.end()]);
    },
    discard: rows.discard,
  };
}

function press() {
  const gzip = createGzip({ level: zlib.Z_BEST_SPEED });
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  const pressed = new Promise<void>((resolve, reject) => {
    gzip.once('end', resolve).once('error', reject);
  });
  pressed.catch(() => undefined);
  return {
    write(text: string) {
      if (text !== '' && !gzip.destroyed) gzip.write(text);
    },
    async end() {
      gzip.end();
      await pressed;
      return Buffer.concat(parts);
    },
    discard() {
      parts.length = 0;
      gzip.destroy();
    },
  };
}

/** What a saved list is, without its VMs. Null where there is none. @throws AppError `unreadable`. */
export async function readLastListHead(file: string): Promise<LastListHead | null> {
  for await (const line of linesOf(file)) return readHeadLine(line);
  return null;
}

/**
 * A saved list, in slices that let others have their turn. Rows are handed on before the end of the file is seen:
 * they count once this returns.
 *
 * @throws AppError `unreadable` for a file that is not whole, not ours, or a newer version's; `cancelled`.
 */
export async function readLastList(
  file: string,
  onVms: (vms: readonly VmSummary[]) => void,
  signal: AbortSignal,
): Promise<LastListHead | null> {
  const pause = slices();
  let head: LastListHead | null = null;
  let soFar = 0;
  for await (const line of linesOf(file)) {
    if (signal.aborted) throw new AppError('cancelled', 'Reading the saved list was cancelled.');
    if (head === null) {
      head = readHeadLine(line);
      continue;
    }
    const vms = readRowLine(line);
    soFar += vms.length;
    if (soFar > head.total) break;
    onVms(vms);
    await pause();
  }
  if (head !== null && soFar !== head.total) throw unusable('it is not whole');
  return head;
}

/** Lines as they come off the disk; none for a file that is not there. */
async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw unusable('it is no ordinary file');
    if (found.size > mostFileBytes) throw unusable('it is far longer than such a list can be');
    const text = pipeline(createReadStream(file), createGunzip(), () => {}).setEncoding('utf8');
    let rest = '';
    for await (const part of text as AsyncIterable<string>) {
      const lines = `${rest}${part}`.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > mostLineBytes) throw unusable('it is damaged');
      yield* lines;
    }
    if (rest !== '') throw unusable('it is not whole');
  } catch (error) {
    if (isAppError(error)) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return;
    throw unusable(
      typeof code === 'string' && code.startsWith('E') ? `it could not be read (${code})` : 'it is damaged',
      error,
    );
  }
}
