import type { ProfileRow } from '../../shared/profiles/library-view';
import type { Template } from '../../shared/profiles/template';
import { naturalKey } from './search-index';

export type ProfileSort = 'name' | 'address' | 'template' | 'route';

/** One profile with what filtering and sorting compare, worked out once. */
export interface IndexedProfile {
  readonly row: ProfileRow;
  /** What its template is called; its id where there is none of that id. */
  readonly templateName: string | null;
  /** Lower-cased: everything a person may type to find it. */
  readonly text: string;
  readonly keys: Readonly<Record<ProfileSort, string>>;
}

export function indexProfiles(
  rows: readonly ProfileRow[],
  templates: readonly Pick<Template, 'id' | 'name'>[],
): IndexedProfile[] {
  const names = new Map(templates.map(({ id, name }) => [id, name]));
  return rows.map((row) => indexProfile(row, row.template && (names.get(row.template) ?? row.template)));
}

function indexProfile(row: ProfileRow, templateName: string | null): IndexedProfile {
  const name = naturalKey(row.name);
  // What nobody chose comes last.
  const after = (value: string | null): string => `${value === null ? '~' : naturalKey(value)}\n${name}`;
  return {
    row,
    templateName,
    text: [row.name, row.address, row.username, templateName, row.route, row.vmId, row.id]
      .join('\n')
      .toLowerCase(),
    keys: {
      name: `${name}\n${row.id}`,
      address: after(row.address ?? row.vmId?.split('/').at(-1) ?? null),
      template: after(templateName),
      route: after(row.route),
    },
  };
}

export function sortProfiles(rows: readonly IndexedProfile[], by: ProfileSort): IndexedProfile[] {
  return rows.toSorted((a, b) => (a.keys[by] < b.keys[by] ? -1 : a.keys[by] > b.keys[by] ? 1 : 0));
}

/** Profiles that hold every word of the filter. */
export function filterProfiles(rows: readonly IndexedProfile[], filter: string): readonly IndexedProfile[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter(({ text }) => words.every((word) => text.includes(word)));
}
