import { AppError } from '../errors/app-error';
import { decodeRdp } from './decode';
import { type EncodingFound, lengthOfMark, unitAt, unitSize } from './encoding';
import type { RdpSetting } from './setting';

/** What we read: no client documents a limit, and no real file comes near these. */
export const limits = { fileBytes: 1024 * 1024, lineBytes: 64 * 1024 } as const;

/** One line as it stands in the file, and the setting it holds; null for a line that is not one. */
export interface RdpLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** CRLF, LF or CR; empty at the end of a file that breaks off without one. */
  readonly ending: string;
  readonly setting: RdpSetting | null;
  /** Byte offsets in the file: where it starts, where its ending starts, where the next line starts. */
  readonly start: number;
  readonly textEnd: number;
  readonly end: number;
}

export interface RdpDocument extends EncodingFound {
  /** The file as it was read. Edits replace parts of it: what they do not touch stays, byte for byte. */
  readonly bytes: Uint8Array;
  readonly lines: readonly RdpLine[];
}

/**
 * Reads an .rdp file, every line of it: blank lines, comments and settings we do not know are kept.
 * Duplicates are kept in order; clients disagree which one counts.
 *
 * @throws AppError `unreadable` above `limits`: a file of more than 1 MiB, a line of more than 64 KiB.
 */
export function parseRdp(bytes: Uint8Array): RdpDocument {
  if (bytes.length > limits.fileBytes) throw tooLarge(bytes.length);
  const { text, encoding, hasByteOrderMark } = decodeRdp(bytes);
  const found = { encoding, hasByteOrderMark };
  return { bytes, ...found, lines: linesOf(text, bytes, found) };
}

export function tooLarge(length: number): AppError {
  return new AppError(
    'unreadable',
    `The file was not read: it has ${length.toLocaleString('en')} bytes, and no .rdp file has more than ${limits.fileBytes.toLocaleString('en')}.`,
    { help: 'rdp-file-unreadable' },
  );
}

export function settingsIn({ lines }: RdpDocument): RdpSetting[] {
  return lines.flatMap(({ setting }) => setting ?? []);
}

export function textOf({ lines }: RdpDocument): string {
  return lines.map(({ text, ending }) => text + ending).join('');
}

// Line ends are found in the bytes and in the text alike: both have the same number of lines.
function linesOf(text: string, bytes: Uint8Array, found: EncodingFound): RdpLine[] {
  const lines: RdpLine[] = [];
  const parts = text.split(/(\r\n|\r|\n)/);
  const { encoding } = found;
  const size = unitSize(encoding);
  let start = lengthOfMark(found);
  for (let index = 0; index < parts.length; index += 2) {
    const line = parts[index] ?? '';
    const ending = parts[index + 1] ?? '';
    if (!line && !ending) continue;
    const number = lines.length + 1;
    const textEnd = endOfText(bytes, start, encoding);
    if (textEnd - start > limits.lineBytes) throw lineTooLong(number);
    const end = textEnd + ending.length * size;
    lines.push({ number, text: line, ending, setting: settingIn(line), start, textEnd, end });
    start = end;
  }
  return lines;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

function endOfText(bytes: Uint8Array, start: number, encoding: EncodingFound['encoding']): number {
  const size = unitSize(encoding);
  for (let offset = start; offset < bytes.length; offset += size) {
    const unit = unitAt(bytes, offset, encoding);
    if (unit === lineFeed || unit === carriageReturn) return offset;
  }
  return bytes.length;
}

function lineTooLong(number: number): AppError {
  return new AppError(
    'unreadable',
    `The file was not read: line ${number} has more than ${limits.lineBytes.toLocaleString('en')} bytes, and no setting of an .rdp file is as long.`,
    { help: 'rdp-file-unreadable' },
  );
}

/** Blanks around the name and the type are forgiven, as rdpsign does; the value is kept as it is written. */
export function settingIn(line: string): RdpSetting | null {
  const [, name = '', type = '', value = ''] = /^([^:]*):[ \t]*([isb])[ \t]*:(.*)$/is.exec(line) ?? [];
  if (!name.trim()) return null;
  return { name: name.trim().toLowerCase(), type: type.toLowerCase() as RdpSetting['type'], value };
}
