import { nearNames } from '../../azure/near-names';
import { AppError } from '../../errors/app-error';
import { catalogue, propertyNamed } from '../../rdp/catalogue';
import type { RdpSetting } from '../../rdp/setting';
import { shown } from '../../rdp/shown';

/** The columns of a list that are no setting of a file. */
const ownColumns = ['vm', 'user', 'route', 'template', 'out'] as const;
type OwnColumn = (typeof ownColumns)[number];

export interface SettingColumn extends Pick<RdpSetting, 'name' | 'type'> {
  readonly index: number;
}

/** Where each column stands; null for one the list does not have. */
export interface Columns extends Readonly<Record<OwnColumn, number | null>> {
  readonly vm: number;
  /** `full address` and `server port`: a person may insist on them, and they are judged like any other. */
  readonly address: number | null;
  readonly port: number | null;
  readonly settings: readonly SettingColumn[];
  /** As many as the header names. */
  readonly count: number;
}

/** Lines that follow from other columns. */
const decidedElsewhere: Readonly<Record<string, string>> = {
  'alternate full address': 'it always says what “full address” says',
  enablerdsaadauth: 'the column “route” decides it: web-account or password',
  signscope: 'signing writes it: --sign',
  signature: 'signing writes it: --sign',
};

/** Names of properties that mean a column of ours. */
const alsoCalled: Readonly<Record<string, keyof Omit<Columns, 'settings' | 'count'>>> = {
  username: 'user',
  'full address': 'address',
  'server port': 'port',
};

/**
 * Reads the header of a list. Letter case and blanks around names are forgiven. A column nobody knows is an
 * error of the whole list: a typing mistake in the name of a setting would otherwise lose it in every file.
 *
 * @throws AppError `invalid-request` that names the columns.
 */
export function columnsOf(header: readonly string[]): Columns {
  const found: Partial<Record<keyof Columns, number>> = {};
  const settings: SettingColumn[] = [];
  const unknown: string[] = [];
  for (const [index, cell] of header.entries()) {
    const title = cell.trim().replace(/\s+/g, ' ').toLowerCase();
    // Spreadsheets end every line with a separator where an empty column was once formatted.
    if (title === '') continue;
    const own = ownColumnCalled(title);
    if (own) {
      if (found[own] !== undefined) throw refused(`the column “${title}” is there twice`);
      found[own] = index;
      continue;
    }
    const setting = settingColumn(title, cell);
    if (!setting) unknown.push(cell);
    else if (settings.some(({ name }) => name === setting.name)) {
      throw refused(`the column “${setting.name}” is there twice`);
    } else settings.push({ ...setting, index });
  }
  if (unknown.length > 0) throw refused(unknownText(unknown));
  const { vm, user = null, route = null, template = null, out = null, address = null, port = null } = found;
  if (vm === undefined) throw refused(missingVm(header));
  return { vm, user, route, template, out, address, port, settings, count: header.length };
}

function ownColumnCalled(title: string): keyof Omit<Columns, 'settings' | 'count'> | undefined {
  return (
    ownColumns.find((own) => own === title) ??
    (Object.hasOwn(alsoCalled, title) ? alsoCalled[title] : undefined)
  );
}

export function isOwnColumn(title: string): boolean {
  return ownColumnCalled(title.replaceAll('"', '').trim().toLowerCase()) !== undefined;
}

function settingColumn(title: string, cell: string): Pick<RdpSetting, 'name' | 'type'> | null {
  const [, name = title, type = null] = /^([^:]+?) ?: ?([isb])$/.exec(title) ?? [];
  const property = propertyNamed(name);
  const where = Object.hasOwn(decidedElsewhere, name) ? decidedElsewhere[name] : undefined;
  if (where) throw refused(`the column “${name}” cannot be used: ${where}. Take it out`);
  if (property?.isSecret || /passw|kennwort|mot de passe|contraseña/.test(name)) {
    throw refused(
      `the column ${shown(cell)} holds passwords or tokens, and none is ever written to a file. Take it out`,
    );
  }
  if (!property) return type === null ? null : { name, type: type as RdpSetting['type'] };
  if (type !== null && type !== property.type) {
    throw refused(`the column ${shown(cell)} has another type than “${name}”, which is ${property.type}`);
  }
  return { name, type: property.type };
}

function unknownText(unknown: readonly string[]): string {
  const known = [...ownColumns, ...catalogue.map(({ name }) => name)];
  const each = unknown.slice(0, 5).map((cell) => {
    const near = nearestColumn(cell.trim().toLowerCase(), known);
    return `${shown(cell)}${near === undefined ? '' : ` (did you mean “${near}”?)`}`;
  });
  const more = unknown.length > each.length ? ` and ${unknown.length - each.length} more` : '';
  const subject = unknown.length === 1 ? 'this column is' : 'these columns are';
  return `${subject} neither one of ours (${ownColumns.join(', ')}) nor a setting of an .rdp file: ${each.join(', ')}${more}. For a setting we do not know write its type behind it, as in “my setting:s”`;
}

/** What other lists call our columns. */
const otherWords: Readonly<Record<string, OwnColumn>> = {
  name: 'vm',
  computer: 'vm',
  'computer name': 'vm',
  computername: 'vm',
  host: 'vm',
  hostname: 'vm',
  machine: 'vm',
  server: 'vm',
  upn: 'user',
  account: 'user',
  email: 'user',
  mail: 'user',
  file: 'out',
  filename: 'out',
};

function nearestColumn(name: string, known: readonly string[]): string | undefined {
  if (Object.hasOwn(otherWords, name)) return otherWords[name];
  // One name within another says little where the two differ much in length.
  return nearNames(name, known, 5).find((near) => Math.abs(near.length - name.length) <= 3);
}

function missingVm(header: readonly string[]): string {
  const names = header.filter((cell) => cell.trim() !== '').slice(0, 10);
  const has = names.length === 0 ? 'It has none.' : `It has ${names.map(shown).join(', ')}.`;
  return `its first line names no column “vm”. ${has} The first line names the columns: vm,user,route`;
}

export function refused(why: string): AppError {
  return new AppError('invalid-request', `The list cannot be used: ${why}.`, { help: 'profiles-list' });
}
