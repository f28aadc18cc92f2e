import type { LibraryEntry } from '../../../shared/profiles/library-view';
import { propertyNamed } from '../../../shared/rdp/catalogue';
import { settingIn } from '../../../shared/rdp/parse';
import { lineOf, type RdpSetting } from '../../../shared/rdp/setting';

/** An entry with a setting of its own: in the place of the one it had, else as its last line. */
export function withSetting<Entry extends LibraryEntry>(entry: Entry, setting: RdpSetting): Entry {
  const line = lineOf(setting);
  const at = entry.settings.findIndex((each) => nameIn(each) === setting.name);
  if (at < 0) return { ...entry, settings: [...entry.settings, line] };
  const settings = entry.settings.flatMap((each, index) => {
    if (index === at) return [line];
    return nameIn(each) === setting.name ? [] : [each];
  });
  return { ...entry, settings };
}

/** An entry that inherits a setting again. */
export function withoutSetting<Entry extends LibraryEntry>(entry: Entry, name: string): Entry {
  return { ...entry, settings: entry.settings.filter((line) => nameIn(line) !== name) };
}

export interface UnknownLine {
  /** Its place among the lines of the entry. */
  readonly index: number;
  readonly text: string;
}

/** Lines of settings nobody here knows. They are kept as they are, and can be changed as they are. */
export function unknownLines({ settings }: LibraryEntry): UnknownLine[] {
  return settings.flatMap((text, index) => {
    const name = nameIn(text);
    return name !== null && propertyNamed(name) ? [] : [{ index, text }];
  });
}

export function withLine<Entry extends LibraryEntry>(entry: Entry, index: number, text: string): Entry {
  return { ...entry, settings: entry.settings.with(index, text) };
}

export function withoutLine<Entry extends LibraryEntry>(entry: Entry, index: number): Entry {
  return { ...entry, settings: entry.settings.toSpliced(index, 1) };
}

function nameIn(line: string): string | null {
  return settingIn(line)?.name ?? null;
}

/** The first setting that two versions of an entry say otherwise; null where they say the same. */
export function settingThatDiffers(before: LibraryEntry | null, after: LibraryEntry | null): string | null {
  if (!before || !after || before.settings === after.settings) return null;
  const [old, now] = [new Set(before.settings), new Set(after.settings)];
  const line = after.settings.find((one) => !old.has(one)) ?? before.settings.find((one) => !now.has(one));
  return line === undefined ? null : nameIn(line);
}
