import { editorSections, type SectionId, sectionIds } from '../../../shared/profiles/editor-sections';
import type { LibraryEntry } from '../../../shared/profiles/library-view';
import { type Origin, type ResolvedSetting, settingsOf } from '../../../shared/profiles/resolve';
import { whyNotInTemplate } from '../../../shared/profiles/template-settings';
import { propertyNamed } from '../../../shared/rdp/catalogue';
import type { RdpProperty } from '../../../shared/rdp/rdp-property';
import type { RdpSetting } from '../../../shared/rdp/setting';
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
  const own = ownSettings(entry);
  return (only ? [only] : sectionIds).flatMap((section): Item[] => {
    const rows = searchables
      .filter((each) => each.section === section && words.every((word) => each.text.includes(word)))
      .map(({ property }) => rowOf(property, own.get(property.name) ?? null, entry, composed))
      .filter((row) => !isOwnOnly || row.isOwn);
    if (rows.length === 0) return [];
    return [
      { kind: 'heading', section, shown: rows.length },
      ...rows.map((row): Item => ({ kind: 'setting', row })),
    ];
  });
}

/** How many settings the entry says by itself, by section. */
export function ownBySection(entry: LibraryEntry): Readonly<Record<SectionId, number>> {
  const own = ownSettings(entry);
  return Object.fromEntries(
    sectionIds.map((section) => [section, editorSections[section].filter((name) => own.has(name)).length]),
  ) as Record<SectionId, number>;
}

function ownSettings({ settings }: LibraryEntry): ReadonlyMap<string, RdpSetting> {
  return new Map(settingsOf(settings).map((setting) => [setting.name, setting]));
}

function rowOf(
  property: RdpProperty,
  own: RdpSetting | null,
  entry: LibraryEntry,
  composed: Composed,
): SettingRow {
  const laid = composed.byName.get(property.name) ?? null;
  const locked = whyNotInTemplate(property);
  if (!own || locked !== null) return { property, resolved: laid, isOwn: false, inherited: laid, locked };
  const isLaid = laid !== null && isOwn(laid.origin, entry);
  // A value that no file can have is left out of the file, and stays in its field: half a number is on its way.
  const resolved = isLaid
    ? laid
    : { ...own, origin: originOf(entry), instead: laid ? [laid, ...laid.instead] : [] };
  return { property, resolved, isOwn: true, inherited: resolved.instead[0] ?? null, locked };
}

function originOf(entry: LibraryEntry): Origin {
  const { kind, id, name } = entry;
  return kind === 'template' ? { kind, id, name, level: entry.appliesTo.level } : { kind, id, name };
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
