import { useEffect, useState } from 'react';
import type { Api } from '../../shared/ipc/contract';
import { type AppState, useApi, useAppStore } from '../store/store';

/** Longest set-up main will read; a larger file is no set-up and is not read whole. */
const longestSetup = 65_536;

/**
 * Takes a file dropped anywhere on the window: an .rdp file to look into, a list of VMs to make files for, or an
 * organisation's set-up.
 * True while something is held over it.
 */
export function useFileDrop(): boolean {
  const store = useAppStore();
  const api = useApi();
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
      take(event.dataTransfer, store.getState(), api);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [store, api]);

  return isDropping;
}

function take(dropped: DataTransfer | null, state: AppState, api: Api): void {
  const file = dropped?.files[0];
  if (file && isRdpFile(file, state)) {
    state.showPage('rdp-file');
    void state.lookAtRdpFile(file);
    return;
  }
  if (file && /\.(csv|tsv|xlsx?)$/i.test(file.name)) {
    state.showPage('profiles');
    void takeList(file, api);
    return;
  }
  void textOf(dropped).then((text) => (text ? state.offerSetup(text) : undefined));
}

/** A workbook is no list, which is told where lists are taken. */
async function takeList(file: File, api: Api): Promise<void> {
  const { profilesStoreOf } = await import('../store/profiles-store');
  const { goTo, goToStep, takeCsv } = profilesStoreOf(api).getState();
  goTo({ kind: 'many-files' });
  goToStep('source');
  await takeCsv(file);
}

// On their own page every file is one: that it is none is then told there.
function isRdpFile({ name }: File, { page }: AppState): boolean {
  return /\.rdp$/i.test(name) || (page === 'rdp-file' && !/\.json$/i.test(name));
}

async function textOf(dropped: DataTransfer | null): Promise<string> {
  const file = dropped?.files[0];
  if (file) return file.slice(0, longestSetup).text();
  return dropped?.getData('text/plain').slice(0, longestSetup) ?? '';
}
