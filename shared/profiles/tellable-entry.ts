import { propertyNamed } from '../rdp/catalogue';
import { lineOf, type RdpSetting } from '../rdp/setting';
import type { LibraryEntry } from './library-view';
import { settingsOf } from './resolve';

/** An entry for a person or a program to read: passwords and tokens that stand in its file are left out. */
export function tellableEntry<Entry extends LibraryEntry>(entry: Entry): Entry {
  const settings = settingsOf(entry.settings).filter(({ name }) => !propertyNamed(name)?.isSecret);
  return { ...entry, settings: settings.map(lineOf) };
}

export function tellableLine(setting: RdpSetting): string {
  return propertyNamed(setting.name)?.isSecret ? `${setting.name}: (a secret, not shown)` : lineOf(setting);
}
