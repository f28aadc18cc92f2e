import { useEffect, useState } from 'react';
import { useAppStore } from '../store/store';

/** Longest set-up main will read; a larger file is no set-up and is not read whole. */
const longestSetup = 65_536;

/**
 * Takes an organisation's set-up file dropped anywhere on the window.
 * True while something is held over it.
 */
export function useSetupDrop(): boolean {
  const store = useAppStore();
  const [isDropping, setDropping] = useState(false);

  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      event.preventDefault();
      setDropping(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDropping(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setDropping(false);
      void textOf(event.dataTransfer).then((text) => (text ? store.getState().offerSetup(text) : undefined));
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [store]);

  return isDropping;
}

async function textOf(dropped: DataTransfer | null): Promise<string> {
  const file = dropped?.files[0];
  if (file) return file.slice(0, longestSetup).text();
  return dropped?.getData('text/plain').slice(0, longestSetup) ?? '';
}
