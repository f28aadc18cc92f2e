import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type Columns, columnsOf, isOwnColumn, refused } from '../../../shared/profiles/batch/columns';
import { type ListRow, listRow } from '../../../shared/profiles/batch/list-row';

/** More files than that are more than one batch's. */
const mostRows = 100_000;
/** Characters of one line: a quote that never closes would swallow the rest of the list. */
const longestRecord = 65_536;

export interface ParsedList {
  readonly rows: readonly ListRow[];
  readonly notes: readonly string[];
}

const separators = [
  { character: ',', name: 'a comma' },
  { character: ';', name: 'a semicolon' },
  { character: '\t', name: 'a tab' },
] as const;
type Separator = (typeof separators)[number];

/**
 * Reads a list: its first line names the columns, each other line is a row with its 1-based line in the file.
 *
 * @throws AppError `invalid-request` for what is no list, or names columns nobody knows.
 */
export function parseList(source: string): ParsedList {
  const { separator, text, before, notes } = described(source.replace(/^\ufeff/, ''));
  refuseOtherSeparator(text);
  const rows: ListRow[] = [];
  let columns: Columns | undefined;
  let read = before;
  let countedTwice = 0;
  const take = (record: readonly string[], lines: number): void => {
    // Within quotes the library counts CR and LF each.
    countedTwice += breaksIn(record, /\r\n/g);
    read = before + lines - countedTwice;
    if (!columns) {
      columns = columnsOf(record);
      return;
    }
    const row = listRow(read - breaksIn(record, /\r\n|\r|\n/g), record, columns);
    if (row) rows.push(row);
    if (rows.length > mostRows) {
      throw refused(`it has more than ${mostRows.toLocaleString('en')} rows. Make several lists of it`);
    }
  };
  try {
    parse(text, {
      delimiter: separator.character,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRecord,
      on_record: (record: readonly string[], { lines }) => {
        take(record, lines);
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? explained(error, before + nextLine(text, read - before)) : error;
  }
  if (!columns) throw refused('it is empty. Its first line names the columns: vm,user,route');
  if (rows.length === 0) throw refused('it names columns and has no rows below them');
  return { rows, notes };
}

/** Without it the whole first line would be told as one column nobody knows. */
function refuseOtherSeparator(text: string): void {
  const [header = ''] = text.split(/[\r\n]+/, 1);
  const [, said] = /^sep=(.)$/i.exec(header) ?? [];
  const separator = said ?? unread.find((one) => parts(header, one));
  if (separator === undefined || separators.some(({ character }) => character === separator)) return;
  const name = separator === ' ' ? 'blanks' : `“${separator}”`;
  throw refused(`its columns are parted by ${name}. Part them by commas, semicolons or tabs`);
}

const unread = ['|', '^', ':', ' '] as const;

// Names of settings hold colons and blanks, never the others.
function parts(header: string, separator: (typeof unread)[number]): boolean {
  const titles = header.trim().split(separator).filter(Boolean);
  if (titles.length < 2) return false;
  const isSure = separator === '|' || separator === '^';
  return isSure ? titles.some((title) => isOwnColumn(title)) : titles.every((title) => isOwnColumn(title));
}

/** What a list says of itself: Excel's `sep=;`, else the separator its first line has most of. */
function described(text: string) {
  const [own, character] = /^sep=([,;\t])(?:\r\n|\n|\r)/i.exec(text) ?? [];
  if (own !== undefined) {
    const said = separators.find((one) => one.character === character) ?? separators[0];
    return { separator: said, text: text.slice(own.length), before: 1, notes: [] };
  }
  const [header = ''] = text.split(/[\r\n]+/, 1);
  const outsideQuotes = header.replace(/"(?:[^"]|"")*"/g, '');
  const count = (one: Separator): number => outsideQuotes.split(one.character).length;
  const [separator = separators[0]] = separators.toSorted((a, b) => count(b) - count(a));
  const isUsual = separator.character === ',';
  const notes = isUsual ? [] : [`The list was read with ${separator.name} between its columns.`];
  return { separator, text, before: 0, notes };
}

function breaksIn(record: readonly string[], kind: RegExp): number {
  return record.reduce((count, cell) => count + (cell.match(kind)?.length ?? 0), 0);
}

/** The 1-based line of the next row, after so many lines. */
function nextLine(text: string, after: number): number {
  const lines = text.split(/\r\n|\r|\n/);
  const found = lines.findIndex((line, index) => index >= after && line !== '');
  return (found < 0 ? after : found) + 1;
}

function explained({ code }: CsvError, line: number) {
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return refused(`a quote (") that opens in the row at line ${line} never closes`);
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return refused(
      `the row at line ${line} has more than ${longestRecord.toLocaleString('en')} characters, as where a quote (") never closes`,
    );
  }
  return refused(`the row at line ${line} cannot be read (${code})`);
}
