import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Api } from '../../shared/ipc/contract';
import { type ConnectSlice, createConnectSlice } from './connect-slice';
import { followSession } from './follow-session';
import { createInventorySlice, type InventorySlice } from './inventory-slice';
import { createLinkSlice, type LinkSlice } from './link-slice';
import { createPreflightSlice, type PreflightSlice } from './preflight-slice';
import { createRdpFileSlice, type RdpFileSlice } from './rdp-file-slice';
import { createSessionSlice, type SessionSlice } from './session-slice';
import { createSettingsSlice, type SettingsSlice } from './settings-slice';
import { createViewSlice, type ViewSlice } from './view-slice';

export type AppState = SessionSlice &
  InventorySlice &
  PreflightSlice &
  ConnectSlice &
  RdpFileSlice &
  LinkSlice &
  SettingsSlice &
  ViewSlice;
export type AppStore = StoreApi<AppState>;

/** One store of mirrors and a view; main stays the truth of all but the view. */
export function createAppStore(api: Api): AppStore {
  const store = createStore<AppState>()((...tools) => ({
    ...createSessionSlice(api)(...tools),
    ...createInventorySlice(api)(...tools),
    ...createPreflightSlice(api)(...tools),
    ...createConnectSlice(api)(...tools),
    ...createRdpFileSlice(api)(...tools),
    ...createLinkSlice(api)(...tools),
    ...createSettingsSlice(api)(...tools),
    ...createViewSlice()(...tools),
  }));
  followSession(store);
  return store;
}

interface AppContext {
  readonly api: Api;
  readonly store: AppStore;
}

export const AppContext = createContext<AppContext | null>(null);

function useContextOfApp(): AppContext {
  const context = useContext(AppContext);
  if (!context) throw new Error('This component stands outside of the app.');
  return context;
}

export function useApp<Part>(select: (state: AppState) => Part): Part {
  return useStore(useContextOfApp().store, select);
}

/** For what is read when something happens, not when something is drawn. */
export function useAppStore(): AppStore {
  return useContextOfApp().store;
}

export function useApi(): Api {
  return useContextOfApp().api;
}
