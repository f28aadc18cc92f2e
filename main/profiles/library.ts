import type { DirectRoute } from '../../shared/profiles/entry';
import type { EntryKind, LibraryEntry, LibraryProblem } from '../../shared/profiles/library-view';
import type { Profile } from '../../shared/profiles/profile';
import type { Template } from '../../shared/profiles/template';

/** An entry, and the revision of the file it was read from. */
export interface Stored<Entry extends LibraryEntry = LibraryEntry> {
  readonly entry: Entry;
  readonly revision: string;
}

/** Everything in the library at one moment. Files that cannot be used are told, and left as they are. */
export interface LibraryContents {
  readonly templates: readonly Stored<Template>[];
  readonly profiles: readonly Stored<Profile>[];
  readonly problems: readonly LibraryProblem[];
}

export type Saved =
  | { readonly outcome: 'saved'; readonly stored: Stored }
  /** Somebody changed it since `basedOn`, or removed it (null): nothing was written. */
  | { readonly outcome: 'conflict'; readonly theirs: Stored | null };

/** What `save` is told besides the entry. */
export interface SaveOptions {
  /** The revision that was changed; null for a new entry. */
  readonly basedOn: string | null;
  /** Writes over what somebody else saved since. */
  readonly isInsisting?: boolean;
}

/** One of the entries to remove. */
export interface Removal {
  readonly kind: EntryKind;
  readonly id: string;
  /** The revision that was looked at. */
  readonly basedOn: string;
}

export interface RemoveOptions {
  /** Also a template that others still name. */
  readonly isInsisting?: boolean;
}

export interface AddOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Templates and profiles, as a folder of small JSON files that others may change too. */
export interface Library {
  /** Absolute. */
  readonly folder: string;
  /** @throws AppError `unreadable`, `access-denied` where the folder itself cannot be read. */
  contents(): Promise<LibraryContents>;
  /** @throws AppError `not-found`; `unreadable` for a damaged or newer file. */
  read(kind: EntryKind, id: string): Promise<Stored>;
  /** @throws AppError `disk-full`, `access-denied`, `timed-out` (locked); the old file stays as it was. */
  save(entry: LibraryEntry, options: SaveOptions): Promise<Saved>;
  /**
   * Adds many at once, as an import does: one wait for the lock and the disk. An id that is taken is a
   * `conflict` of its own; the others are saved.
   *
   * @throws AppError as `save` does, `cancelled`: what was saved until then stays, each whole.
   */
  add(entries: readonly LibraryEntry[], options?: AddOptions): Promise<readonly Saved[]>;
  /**
   * What was removed: all of them, or none.
   *
   * @throws AppError `not-found`; `conflict` where one was changed since; `still-named` for a template that entries
   *   name which stay, as they could not be used without it.
   */
  remove(removals: readonly Removal[], options?: RemoveOptions): Promise<readonly Stored[]>;
  /**
   * Saves a profile together with a finished file of one route, which takes the place of an older one.
   * Both are there, or neither.
   */
  keepFile(profile: Profile, route: DirectRoute, bytes: Uint8Array, options: SaveOptions): Promise<Saved>;
  /** The bytes of a kept file, as they are. @throws AppError `not-found`, `unreadable`. */
  keptFile(profile: Profile, route: DirectRoute): Promise<Uint8Array>;
  /** A copy in conflict and the entry beside it. @throws AppError `not-found` where there is no such conflict any more. */
  conflict(file: string): Promise<{ readonly entry: LibraryEntry; readonly copy: LibraryEntry }>;
  /** One of a copy and its entry stays, the other is set aside, never deleted. */
  settle(problem: LibraryProblem, keep: 'entry' | 'copy'): Promise<void>;
  /** Calls back, after a moment of quiet, when files changed, whoever changed them. Returns how to stop. */
  watch(onChange: () => void): () => void;
}
