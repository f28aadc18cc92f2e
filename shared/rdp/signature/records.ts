import type { RdpLine } from '../parse';

/** A line as far as a signature sees it: where it stands in the bytes does not matter. */
export type SettingLine = Pick<RdpLine, 'number' | 'text' | 'setting'>;

interface Lines {
  readonly lines: readonly SettingLine[];
}

/** One setting of a file as a signature sees it. */
export interface SignedRecord {
  /** Lower case. */
  readonly name: string;
  /** 1-based line. */
  readonly line: number;
  readonly type: string;
  readonly value: string;
  /** `name:type:value` as the file spells it, without blanks around the name, the type and before the value. */
  readonly text: string;
  /** The whole line, blanks and all. */
  readonly written: string;
}

/** Every setting of a file, the two lines of its signature left out. */
export function recordsIn({ lines }: Lines): SignedRecord[] {
  const records: SignedRecord[] = [];
  for (const line of lines) {
    const record = isSignatureLine(line) ? null : recordOf(line);
    if (record) records.push(record);
  }
  return records;
}

/** The first line of that name, which is the one a signature covers. */
export function firstNamed({ lines }: Lines, name: string): SignedRecord | null {
  const line = lines.find(({ setting }) => setting?.name === name);
  return line ? recordOf(line) : null;
}

/** Names that are there more than once, with their lines. */
export function duplicatesIn(
  records: readonly SignedRecord[],
): readonly { readonly name: string; readonly lines: readonly number[] }[] {
  const lines = new Map<string, number[]>();
  for (const { name, line } of records) {
    const before = lines.get(name);
    if (before) before.push(line);
    else lines.set(name, [line]);
  }
  return [...lines].filter(([, { length }]) => length > 1).map(([name, found]) => ({ name, lines: found }));
}

export function isSignatureLine({ setting }: SettingLine): boolean {
  return setting !== null && (setting.name === 'signscope' || setting.name === 'signature');
}

function recordOf({ number, text, setting }: SettingLine): SignedRecord | null {
  if (!setting) return null;
  const first = text.indexOf(':');
  const second = text.indexOf(':', first + 1);
  const type = text.slice(first + 1, second).trim();
  // Other signers drop blanks here when they write the file, so what we sign holds in both readings.
  const value = withoutBlanksBefore(text.slice(second + 1));
  const record = `${text.slice(0, first).trim()}:${type}:${value}`;
  return { name: setting.name, line: number, type, value, text: record, written: text };
}

function withoutBlanksBefore(value: string): string {
  return value.startsWith(' ') || value.startsWith('\t') ? value.replace(/^[ \t]+/, '') : value;
}
