import type { LibraryEntry } from '../../shared/profiles/library-view';
import { settingIn } from '../../shared/rdp/parse';
import { scopeText } from './profile-words';

/** One thing that two versions of an entry say differently; null where one says nothing of it. */
export interface Difference {
  readonly what: string;
  readonly mine: string | null;
  readonly theirs: string | null;
}

const fields = [
  'name',
  'notes',
  'route',
  'inherits',
  'template',
  'vmId',
  'computerName',
  'address',
  'port',
  'username',
] as const;

export function differencesOf(mine: LibraryEntry, theirs: LibraryEntry): Difference[] {
  const [ours, others] = [sayingsOf(mine), sayingsOf(theirs)];
  const all = [...new Set([...ours.keys(), ...others.keys()])];
  return all
    .map((what) => ({ what, mine: ours.get(what) ?? null, theirs: others.get(what) ?? null }))
    .filter((difference) => difference.mine !== difference.theirs);
}

function sayingsOf(entry: LibraryEntry): Map<string, string> {
  const sayings = new Map<string, string>();
  for (const field of fields) {
    const value = (entry as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'number' || (typeof value === 'string' && value !== ''))
      sayings.set(field, String(value));
  }
  if (entry.kind === 'template') {
    sayings.set('applies to', [entry.appliesTo.level, scopeText(entry.appliesTo)].filter(Boolean).join(' '));
  }
  for (const line of entry.settings) sayings.set(settingIn(line)?.name ?? line, settingIn(line)?.value ?? '');
  return sayings;
}
