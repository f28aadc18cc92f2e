import { type RefObject, useEffect, useRef } from 'react';
import { useProfilesStore } from '../../store/profiles-store';

interface EditorKeys {
  readonly save: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
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
      if (event.defaultPrevented || isSomethingLaidOver() || !isMeantForPage(event.target)) return;
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

/** A field of the bars around the page has keys of its own. */
function isMeantForPage(target: EventTarget | null): boolean {
  return !(target instanceof HTMLInputElement) || target.closest('main') !== null;
}

/** What is typed there is no part of the entry yet: the field itself takes it back. */
function hasOwnUndo(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.dataset['undo'] === 'own';
}

function actionFor(
  event: KeyboardEvent,
  { save, undo, redo, searchField, search, clearSearch }: EditorKeys,
  store: ReturnType<typeof useProfilesStore>,
): (() => void) | undefined {
  const { goTo } = store.getState();
  if (event.key === 'Escape') return search ? clearSearch : () => goTo({ kind: 'library' });
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if ((key === 'z' || key === 'y') && hasOwnUndo(event.target)) return undefined;
  switch (key) {
    case 's':
      return save;
    case 'f':
      return () => searchField.current?.select();
    case 'z':
      return event.shiftKey ? redo : undo;
    case 'y':
      return redo;
    default:
      return undefined;
  }
}
