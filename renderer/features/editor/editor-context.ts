import { createContext, useContext } from 'react';
import type { LibraryEntry } from '../../../shared/profiles/library-view';
import type { Composed } from './composed';
import type { VmScopeSeen } from './use-vm-scope';

export interface Editor {
  readonly entry: LibraryEntry;
  readonly composed: Composed;
  /** Whether what Azure says of the profile's VM is in `composed`. */
  readonly vmScope: VmScopeSeen['phase'];
  readonly faults: Readonly<Partial<Record<string, string>>>;
  /** Saving was tried with what is filled in wrongly. */
  readonly wasRefused: boolean;
  /** `at` names what is changed, so that a word typed is one step. */
  readonly change: (entry: LibraryEntry, at: string | null) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('This component stands outside of the editor.');
  return editor;
}
