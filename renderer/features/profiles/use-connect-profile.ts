import { useCallback } from 'react';
import type { ProfileRow } from '../../../shared/profiles/library-view';
import { type AppState, useAppStore } from '../../store/store';

/**
 * Connects to a profile, one at a time: with the VM's page and its checks where somebody is signed in whom the
 * profile is for, else by what the library knows alone.
 */
export function useConnectProfile(): (row: ProfileRow) => void {
  const store = useAppStore();
  return useCallback(
    ({ id, name, vmId, username, route }) => {
      const { connect, showVm, startConnect, ...state } = store.getState();
      if (connect.phase === 'connecting') return;
      if (vmId !== null && isFor(username, state.session)) {
        showVm(vmId);
        void startConnect({ vmId, route, anyway: false });
      } else {
        void startConnect({ profileId: id, name, anyway: false });
      }
    },
    [store],
  );
}

function isFor(username: string | null, session: AppState['session']): boolean {
  const account = session.phase === 'known' ? session.state.account : null;
  if (!account) return false;
  return username === null || username.toLowerCase() === account.username.toLowerCase();
}
