import { faultOf } from '../../rdp/catalogue';
import type { RdpSetting } from '../../rdp/setting';
import type { Columns, SettingColumn } from './columns';

/** One line of a list as it was written: nothing is looked up yet. Blank cells are null. */
export interface ListRow {
  /** 1-based line of the file; of a filter the position of its VM. */
  readonly line: number;
  readonly vm: string;
  readonly user: string | null;
  readonly route: string | null;
  readonly template: string | null;
  readonly out: string | null;
  readonly address: string | null;
  readonly port: string | null;
  readonly given: readonly RdpSetting[];
  /** What is wrong with the line itself. */
  readonly problem: string | null;
}

const nothingGiven: readonly RdpSetting[] = [];

/** Reads one record of a list. Null for a line of blanks. */
export function listRow(line: number, record: readonly string[], columns: Columns): ListRow | null {
  if (record.every((cell) => cell.trim() === '')) return null;
  const cell = (index: number | null): string | null => {
    const text = index === null ? '' : (record[index] ?? '').trim();
    return text === '' ? null : text;
  };
  const given = columns.settings.length === 0 ? nothingGiven : givenIn(record, columns.settings);
  return {
    line,
    vm: cell(columns.vm) ?? '',
    user: cell(columns.user),
    route: cell(columns.route),
    template: cell(columns.template),
    out: cell(columns.out),
    address: cell(columns.address),
    port: cell(columns.port),
    given,
    problem: raggedness(record, columns.count) ?? faultIn(given),
  };
}

function givenIn(record: readonly string[], columns: readonly SettingColumn[]): RdpSetting[] {
  return columns.flatMap(({ index, name, type }) => {
    const value = record[index] ?? '';
    if (value.trim() === '') return [];
    return { name, type, value: type === 's' ? value : value.trim() };
  });
}

// Blank cells too many are a spreadsheet's; anything else may have moved a value into another's column.
function raggedness(record: readonly string[], count: number): string | null {
  const beyond = record.slice(count).some((cell) => cell.trim() !== '');
  if (record.length >= count && !beyond) return null;
  const cells = record.length === 1 ? '1 cell' : `${record.length} cells`;
  return `The line has ${cells} where the first line names ${count} columns. Is there a separator too many or too few, or a quote missing?`;
}

function faultIn(given: readonly RdpSetting[]): string | null {
  for (const setting of given) {
    if (/[\r\n\0]/.test(setting.value)) {
      return `The value of “${setting.name}” holds a line break, and a setting is one line.`;
    }
    const fault = faultOf(setting) ?? numberFault(setting);
    if (fault) return `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`;
  }
  return null;
}

function numberFault({ name, type, value }: RdpSetting): string | null {
  return type === 'i' && !/^-?\d+$/.test(value) ? `“${name}” takes a whole number` : null;
}
