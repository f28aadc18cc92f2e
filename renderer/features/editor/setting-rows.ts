import { editorSections, type SectionId, sectionIds } from '../../../shared/profiles/editor-sections';
import type { LibraryEntry } from '../../../shared/profiles/library-view';
import type { ResolvedSetting } from '../../../shared/profiles/resolve';
import { whyNotInTemplate } from '../../../shared/profiles/template-settings';
import { propertyNamed } from '../../../shared/rdp/catalogue';
import type { RdpProperty } from '../../../shared/rdp/rdp-property';
import { type Composed, isOwn } from './composed';

/** One setting as the editor shows it. */
export interface SettingRow {
  readonly property: RdpProperty;
  /** What stands in the file; null where there is no such line. */
  readonly resolved: ResolvedSetting | null;
  /** The entry says it by itself. */
  readonly isOwn: boolean;
  /** What it would be without the entry; null for no line. */
  readonly inherited: { readonly value: string } | null;
  /** Why it cannot be said here. */
  readonly locked: string | null;
}

export type Item =
  | { readonly kind: 'heading'; readonly section: SectionId; readonly shown: number }
  | { readonly kind: 'setting'; readonly row: SettingRow };

/** Which settings are wanted: those of a section or of all, that hold every word, that the entry says by itself. */
export interface Wanted {
  readonly section: SectionId | null;
  readonly search: string;
  readonly isOwnOnly: boolean;
}

/** Settings by their sections; a section without any is left out. */
export function itemsOf(
  entry: LibraryEntry,
  composed: Composed,
  { section: only, search, isOwnOnly }: Wanted,
): Item[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return (only ? [only] : sectionIds).flatMap((section): Item[] => {
    const rows = searchables
      .filter((each) => each.section === section && words.every((word) => each.text.includes(word)))
      .map(({ property }) => rowOf(property, entry, composed))
      .filter((row) => !isOwnOnly || row.isOwn);
    if (rows.length === 0) return [];
    return [
      { kind: 'heading', section, shown: rows.length },
      ...rows.map((row): Item => ({ kind: 'setting', row })),
    ];
  });
}

/** How many settings the entry says by itself, by section. */
export function ownBySection(entry: LibraryEntry, composed: Composed): Readonly<Record<SectionId, number>> {
  const own = new Set(composed.settings.filter(({ origin }) => isOwn(origin, entry)).map(({ name }) => name));
  return Object.fromEntries(
    sectionIds.map((section) => [section, editorSections[section].filter((name) => own.has(name)).length]),
  ) as Record<SectionId, number>;
}

function rowOf(property: RdpProperty, entry: LibraryEntry, composed: Composed): SettingRow {
  const resolved = composed.byName.get(property.name) ?? null;
  const own = resolved !== null && isOwn(resolved.origin, entry);
  const inherited = own ? (resolved.instead[0] ?? null) : resolved;
  return { property, resolved, isOwn: own, inherited, locked: whyNotInTemplate(property) };
}

interface Searchable {
  readonly section: SectionId;
  readonly property: RdpProperty;
  /** Lower-cased: everything a person may type to find it. */
  readonly text: string;
}

const searchables: readonly Searchable[] = sectionIds.flatMap((section) =>
  editorSections[section].flatMap((name) => {
    const property = propertyNamed(name);
    return property ? [{ section, property, text: searchTextOf(property) }] : [];
  }),
);

function searchTextOf({ name, description, note, why, allowed }: RdpProperty): string {
  const meanings = allowed.kind === 'enum' ? Object.values(allowed.values) : [];
  return [name, description, note, why, ...meanings].join('\n').toLowerCase();
}
