import { AppError } from '../errors/app-error';
import { encodeText } from './encode';
import { findEncoding, lengthOfMark, unitAt, unitSize } from './encoding';
import { parseRdp, type RdpDocument, type RdpLine } from './parse';
import { checkedLine } from './serialize';
import type { RdpSetting } from './setting';

/** Bytes `start` to `end` of the file, to be replaced. */
interface Patch {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

const nothing = new Uint8Array();

/**
 * Gives a setting its value. A line that is there keeps its place, its spelling and its line end; further
 * lines of the same name go, as clients disagree which one counts; a new line stands at the end. Every
 * other byte of the file stays as it was.
 *
 * @throws AppError `invalid-request` for a setting no line can carry, and for a file that could not be read
 *   again afterwards as it is read now.
 */
export function setSetting(document: RdpDocument, setting: RdpSetting): RdpDocument {
  checkedLine(setting);
  const [first, ...others] = linesNamed(document, setting.name);
  if (!first)
    return patched(document, [appended(document, `${setting.name}:${setting.type}:${setting.value}`)]);
  return patched(document, [rewritten(document, first, setting), ...others.map(removed)]);
}

/** Takes every line of a setting away; the same document where it has none. */
export function removeSetting(document: RdpDocument, name: string): RdpDocument {
  const lines = linesNamed(document, name);
  return lines.length === 0 ? document : patched(document, lines.map(removed));
}

export function linesNamed({ lines }: RdpDocument, name: string): RdpLine[] {
  const wanted = name.trim().toLowerCase();
  return lines.filter(({ setting }) => setting?.name === wanted);
}

function removed({ start, end }: RdpLine): Patch {
  return { start, end, bytes: nothing };
}

// The spelling of the name is part of what a signature covers, and of what somebody recognises.
function rewritten({ bytes, encoding }: RdpDocument, line: RdpLine, { type, value }: RdpSetting): Patch {
  const [firstColon, secondColon] = colonsIn(bytes, line, encoding);
  const start = (line.setting?.type === type ? secondColon : firstColon) + unitSize(encoding);
  const text = line.setting?.type === type ? value : `${type}:${value}`;
  return { start, end: line.textEnd, bytes: encodeText(text, encoding) };
}

function colonsIn(bytes: Uint8Array, line: RdpLine, encoding: RdpDocument['encoding']): [number, number] {
  const found: number[] = [];
  for (let at = line.start; at < line.textEnd && found.length < 2; at += unitSize(encoding)) {
    if (unitAt(bytes, at, encoding) === 0x3a) found.push(at);
  }
  const [first = line.textEnd, second = line.textEnd] = found;
  return [first, second];
}

function appended({ bytes, lines, encoding }: RdpDocument, text: string): Patch {
  const last = lines.at(-1);
  const ending = usualEnding(lines);
  const before = last && last.ending === '' ? ending : '';
  return { start: bytes.length, end: bytes.length, bytes: encodeText(`${before}${text}${ending}`, encoding) };
}

/** The line end most lines have; CRLF for a file without one. */
function usualEnding(lines: readonly RdpLine[]): string {
  const count = (ending: string) => lines.filter((line) => line.ending === ending).length;
  const [most = '\r\n'] = ['\r\n', '\n', '\r'].toSorted((a, b) => count(b) - count(a));
  return most;
}

function patched(document: RdpDocument, patches: readonly Patch[]): RdpDocument {
  const { bytes } = document;
  if ((bytes.length - lengthOfMark(document)) % unitSize(document.encoding) !== 0) {
    throw unsafe('it breaks off in the middle of a character');
  }
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const patch of patches.toSorted((a, b) => a.start - b.start)) {
    parts.push(bytes.subarray(at, patch.start), patch.bytes);
    at = patch.end;
  }
  const edited = joined([...parts, bytes.subarray(at)]);
  if (!isReadAlike(document, edited)) throw unsafe('its encoding could no longer be told');
  return parseRdp(edited);
}

// Without a byte order mark the encoding is a guess from the bytes, which an edit could turn.
function isReadAlike(document: RdpDocument, edited: Uint8Array): boolean {
  const now = findEncoding(edited);
  if (now.encoding === document.encoding && now.hasByteOrderMark === document.hasByteOrderMark) return true;
  return unitSize(document.encoding) === 1 && edited.every((byte) => byte > 0 && byte < 0x80);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function unsafe(why: string): AppError {
  return new AppError(
    'invalid-request',
    `The file was not changed: ${why}. Convert it first: entra-rdp rdp convert FILE --encoding utf-16le --out NEW.`,
    { help: 'rdp-encoding' },
  );
}
