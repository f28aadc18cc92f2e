import { Input } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { type AppState, useApp, useAppStore } from '../../store/store';
import { visibleVms } from '../../store/visible-vms';
import { useMediaQuery } from '../../theme';
import styles from './FindVm.module.css';
import { words } from './words';

export const findVmInputId = 'find-vm';

/** The filter of the list, in the same place on every page. Arrow keys go on to the list below. */
export function FindVm(): ReactElement {
  const store = useAppStore();
  const filter = useApp((state) => state.filter);
  const setFilter = useApp((state) => state.setFilter);
  const showPage = useApp((state) => state.showPage);
  const showVm = useApp((state) => state.showVm);
  const isNarrow = useMediaQuery('(max-width: 899px)');

  return (
    <search className={styles.find}>
      <Input
        id={findVmInputId}
        className={styles.input ?? ''}
        appearance="outline"
        type="search"
        aria-label={words.findVm}
        placeholder={words.findVm}
        autoComplete="off"
        spellCheck={false}
        contentBefore={<Search16Regular aria-hidden="true" />}
        contentAfter={filter ? null : <kbd className={styles.keys}>Ctrl + K</kbd>}
        value={filter}
        onChange={(_, { value }) => {
          setFilter(value);
          if (isNarrow) showVm(null);
          else showPage('vms');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') openFirst(store.getState());
          else if (event.key === 'ArrowDown') goToList(store.getState());
          else return;
          event.preventDefault();
        }}
      />
    </search>
  );
}

/** Enter takes what the eye is on: the marked row, else the best match. */
function openFirst(state: AppState): void {
  const rows = visibleVms(state);
  const row = rows.at(Math.max(0, rows.indexOf(state.activeVm)));
  if (row) state.showVm(row.vm.id);
}

function goToList(state: AppState): void {
  const rows = visibleVms(state);
  if (rows.indexOf(state.activeVm) < 0) state.setActiveVm(rows.at(0)?.vm.id ?? null);
  document.getElementById('vm-list')?.focus();
}
