import { useCallback } from 'react';
import type { VmId } from '../../../shared/azure/virtual-machine';
import type { Route } from '../../../shared/preflight/route';
import { isOnlyJustShown } from '../../store/link-slice';
import { useAppStore } from '../../store/store';

interface Wish {
  readonly route: Route | null;
  readonly anyway: boolean;
}

/** Connect, by a click or by its key; one at a time, and never by what was typed as a link came in. */
export function useConnect(vmId: VmId): (wish: Wish) => void {
  const store = useAppStore();
  return useCallback(
    ({ route, anyway }) => {
      const { connect, link, startConnect } = store.getState();
      if (connect.phase === 'connecting' || isOnlyJustShown(link)) return;
      void startConnect({ vmId, route, anyway });
    },
    [store, vmId],
  );
}
