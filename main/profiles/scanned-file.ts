import type { EntryRead } from '../../shared/profiles/entry-text';
import type { EntryKind, LibraryProblem } from '../../shared/profiles/library-view';

/** One file where entries lie, and what it came to. */
export interface ScannedFile {
  /** Relative to the library's folder. */
  readonly file: string;
  /** The folder's, for a file that lies beside them null. */
  readonly kind: EntryKind | null;
  readonly read:
    | (EntryRead & { readonly revision: string })
    | { readonly entry: null; readonly problem: Pick<LibraryProblem, 'because'> & { kind: 'unreadable' } };
}
