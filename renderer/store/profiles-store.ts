import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Api } from '../../shared/ipc/contract';
import { type BatchSlice, createBatchSlice } from './batch-slice';
import { createEditorSlice, type EditorSlice } from './editor-slice';
import { createImportSlice, type ImportSlice } from './import-slice';
import { createLibrarySlice, type LibrarySlice } from './library-slice';
import { useApi } from './store';

export type ProfilesState = LibrarySlice & ImportSlice & EditorSlice & BatchSlice;
type ProfilesStore = StoreApi<ProfilesState>;

const stores = new WeakMap<Api, ProfilesStore>();

/** What the Profiles page shows. In a store of its own, made when the page is first opened: no start waits for it. */
export function profilesStoreOf(api: Api): ProfilesStore {
  const known = stores.get(api);
  if (known) return known;
  const store = createStore<ProfilesState>()((...tools) => ({
    ...createLibrarySlice(api)(...tools),
    ...createImportSlice(api)(...tools),
    ...createEditorSlice(api)(...tools),
    ...createBatchSlice(api)(...tools),
  }));
  stores.set(api, store);
  api.library.onChanged(() => void store.getState().compareWithLibrary());
  return store;
}

export function useProfiles<Part>(select: (state: ProfilesState) => Part): Part {
  return useStore(profilesStoreOf(useApi()), select);
}

/** For what is read when something happens, not when something is drawn. */
export function useProfilesStore(): ProfilesStore {
  return profilesStoreOf(useApi());
}
