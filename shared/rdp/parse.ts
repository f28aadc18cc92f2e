import { type DecodedRdp, decodeRdp } from './decode';
import type { RdpSetting } from './setting';

/** One line as it stands in the file, and the setting it holds; null for a line that is not one. */
interface RdpLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** CRLF, LF or CR; empty at the end of a file that breaks off without one. */
  readonly ending: string;
  readonly setting: RdpSetting | null;
}

export interface RdpDocument extends Omit<DecodedRdp, 'text'> {
  readonly lines: readonly RdpLine[];
}

/**
 * Reads an .rdp file, every line of it: blank lines, comments and settings we do not know are kept, so
 * that `textOf` gives the same text again. Duplicates are kept in order; clients disagree which one counts.
 */
export function parseRdp(bytes: Uint8Array): RdpDocument {
  const { text, encoding, hasByteOrderMark } = decodeRdp(bytes);
  return { encoding, hasByteOrderMark, lines: linesOf(text) };
}

export function settingsIn({ lines }: RdpDocument): RdpSetting[] {
  return lines.flatMap(({ setting }) => setting ?? []);
}

export function textOf({ lines }: RdpDocument): string {
  return lines.map(({ text, ending }) => text + ending).join('');
}

function linesOf(text: string): RdpLine[] {
  const parts = text.split(/(\r\n|\r|\n)/);
  const lines: RdpLine[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const line = parts[index] ?? '';
    const ending = parts[index + 1] ?? '';
    if (line || ending)
      lines.push({ number: lines.length + 1, text: line, ending, setting: settingIn(line) });
  }
  return lines;
}

/** Blanks around the name and the type are forgiven, as rdpsign does; the value is kept as it is written. */
function settingIn(line: string): RdpSetting | null {
  const [, name = '', type = '', value = ''] = /^([^:]*):[ \t]*([isb])[ \t]*:(.*)$/is.exec(line) ?? [];
  if (!name.trim()) return null;
  return { name: name.trim().toLowerCase(), type: type.toLowerCase() as RdpSetting['type'], value };
}
