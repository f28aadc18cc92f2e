import type { AppError } from '../../shared/errors/app-error';
import type { EntryKind, LibraryEntry, StoredEntry } from '../../shared/profiles/library-view';
import type { Profile } from '../../shared/profiles/profile';
import type { Template } from '../../shared/profiles/template';
import { type History, historyOf } from './history';

/** Tells one draft from another, also where nothing has been saved yet: `template/finance`, `new profile/2`. */
export type DraftKey = string;

export function keyOf({ kind, id }: { readonly kind: EntryKind; readonly id: string }): DraftKey {
  return `${kind}/${id}`;
}

/** An entry in the editor: what it was when it was read, and what has become of it. */
export interface Draft {
  /** Tells one opening from another. A new entry that gets its key when it is first saved is the same one still. */
  readonly opening: number;
  readonly saved: LibraryEntry;
  /** What `saved` was read as; null for an entry that is not in the library yet. */
  readonly revision: string | null;
  readonly history: History<LibraryEntry>;
  readonly saving:
    | { readonly phase: 'idle' | 'saving' }
    | { readonly phase: 'failed'; readonly error: AppError };
  /** Somebody else changed it, or removed it (`theirs` is null), while it was changed here. */
  readonly outside: { readonly theirs: StoredEntry | null } | null;
}

export type OpenEntry =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | ({ readonly phase: 'open' } & Draft);

let openings = 0;

export function draftOf({ entry, revision }: StoredEntry): Draft {
  openings += 1;
  return {
    opening: openings,
    saved: entry,
    revision,
    history: historyOf(entry),
    saving: { phase: 'idle' },
    outside: null,
  };
}

export function newDraft(entry: LibraryEntry): Draft {
  return { ...draftOf({ entry, revision: '' }), revision: null };
}

/** Whether something would be lost with it. */
export function isUnsaved({ saved, revision, history: { now } }: Draft): boolean {
  if (revision === null) return now !== blankTemplate && now !== blankProfile;
  return now !== saved && JSON.stringify(now) !== JSON.stringify(saved);
}

/** What would be lost with the window. */
export function unsavedIn(entries: Readonly<Record<string, OpenEntry>>): readonly string[] {
  return Object.entries(entries).flatMap(([key, entry]) =>
    entry.phase === 'open' && isUnsaved(entry) ? [key] : [],
  );
}

/** A copy to start from: it has no place in the library yet, and no finished files of its own. */
export function copyOf(entry: LibraryEntry): LibraryEntry {
  const copy = { ...entry, id: '', name: `${entry.name} (copy)`.slice(0, 200) };
  return copy.kind === 'profile' ? { ...copy, files: [] } : copy;
}

export const blankTemplate: Template = {
  version: 1,
  kind: 'template',
  id: '',
  name: '',
  notes: '',
  appliesTo: { level: 'named' },
  inherits: null,
  route: null,
  settings: [],
};

export const blankProfile: Profile = {
  version: 1,
  kind: 'profile',
  id: '',
  name: '',
  notes: '',
  vmId: null,
  tenantId: null,
  computerName: null,
  address: null,
  port: null,
  username: null,
  route: null,
  template: null,
  settings: [],
  files: [],
};
