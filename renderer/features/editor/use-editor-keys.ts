import { type RefObject, useEffect, useRef } from 'react';
import type { DraftKey } from '../../store/draft';
import { useProfilesStore } from '../../store/profiles-store';

interface EditorKeys {
  readonly entryKey: DraftKey;
  readonly save: () => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly search: string;
  readonly clearSearch: () => void;
}

/** Ctrl+S saves, Ctrl+F searches, Ctrl+Z and Ctrl+Y go through the steps, Esc goes back. */
export function useEditorKeys(keys: EditorKeys): void {
  const store = useProfilesStore();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isSomethingLaidOver()) return;
      const act = actionFor(event, latest.current, store);
      if (!act) return;
      event.preventDefault();
      act();
    };
    // Nearer than the window, whose Esc would leave the page.
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

/** A menu or a dialog has its own keys. */
function isSomethingLaidOver(): boolean {
  return document.querySelector('[role="menu"], [role="dialog"], [role="alertdialog"]') !== null;
}

function actionFor(
  event: KeyboardEvent,
  { entryKey, save, searchField, search, clearSearch }: EditorKeys,
  store: ReturnType<typeof useProfilesStore>,
): (() => void) | undefined {
  const { undo, redo, goTo } = store.getState();
  if (event.key === 'Escape') return search ? clearSearch : () => goTo({ kind: 'library' });
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  switch (event.key.toLowerCase()) {
    case 's':
      return save;
    case 'f':
      return () => searchField.current?.select();
    case 'z':
      return event.shiftKey ? () => redo(entryKey) : () => undo(entryKey);
    case 'y':
      return () => redo(entryKey);
    default:
      return undefined;
  }
}
