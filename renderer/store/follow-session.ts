import type { StoreApi } from 'zustand/vanilla';
import type { SessionState } from '../../shared/session/session-state';
import type { ConnectSlice } from './connect-slice';
import type { InventorySlice } from './inventory-slice';
import type { LinkSlice } from './link-slice';
import type { PreflightSlice } from './preflight-slice';
import type { SessionSlice, SessionView } from './session-slice';
import type { ViewSlice } from './view-slice';

type Follower = SessionSlice & InventorySlice & PreflightSlice & ConnectSlice & LinkSlice & ViewSlice;

/**
 * Keeps the rest in step with who is signed in: another account, or the demo, starts with an empty list;
 * the same account after an expired sign-in goes on with what was in hand.
 */
export function followSession(store: StoreApi<Follower>): void {
  let lastIdentity: string | undefined;
  let lastTenants = '';
  let wasInterrupted = false;
  store.subscribe(({ session }, before) => {
    const state = stateOf(session);
    if (session === before.session || !state) return;
    if (isInBetween(state)) {
      wasInterrupted = true;
      return;
    }

    const [identity, tenants] = [identityOf(state), openTenantsOf(state)];
    if (lastIdentity !== undefined && identity !== lastIdentity) startAfresh(store.getState());
    const isAnother = identity !== lastIdentity || tenants !== lastTenants;
    [lastIdentity, lastTenants] = [identity, tenants];
    if (state.phase !== 'signed-in') return;
    if (isAnother) void store.getState().listVms();
    if (wasInterrupted) goOn(store.getState());
    wasInterrupted = false;
    store.getState().goOnWithLink();
  });
}

// Who it will be is not known yet, so nothing is given up.
function isInBetween({ phase }: SessionState): boolean {
  return phase === 'expired' || phase === 'signing-in';
}

function identityOf({ mode, account }: SessionState): string {
  return `${mode} ${account?.username ?? ''}`;
}

function openTenantsOf({ tenants }: SessionState): string {
  return tenants.flatMap(({ id, state }) => (state === 'signed-in' ? [id] : [])).join(' ');
}

function stateOf(session: SessionView): SessionState | undefined {
  return session.phase === 'known' ? session.state : undefined;
}

function startAfresh(state: Follower): void {
  state.forgetVms();
  state.forgetPreflight();
  state.cancelConnect();
  state.dismissConnect();
  state.showVm(null);
}

function goOn({ listing, preflight, connect, ...state }: Follower): void {
  if (listing.phase === 'failed') void state.listVms();
  if (preflight.phase === 'failed') void state.runPreflight(preflight.vmId);
  if (connect.phase === 'failed' && connect.error.code === 'sign-in-required') {
    void state.startConnect(connect.request);
  }
}
