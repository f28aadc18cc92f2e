import type { StateCreator } from 'zustand';
import type { VmId } from '../../shared/azure/virtual-machine';
import type { HelpTopicId } from '../../shared/errors/help-topics';
import type { CheckId } from '../../shared/preflight/check-id';

export type Page = 'vms' | 'profiles' | 'rdp-file' | 'this-pc' | 'explain' | 'settings';

/** What is laid over the page, one thing at a time. */
export type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'article'; readonly topic: HelpTopicId }
  | { readonly kind: 'shortcuts' };

export interface ViewSlice {
  readonly page: Page;
  readonly overlay: Overlay;
  readonly openVm: VmId | null;
  /** The check F1 is about. */
  readonly selectedCheck: CheckId | null;
  readonly showPage: (page: Page) => void;
  readonly showVm: (vmId: VmId | null) => void;
  readonly showArticle: (topic: HelpTopicId) => void;
  readonly showShortcuts: () => void;
  readonly closeOverlay: () => void;
  readonly selectCheck: (check: CheckId | null) => void;
}

/** Where the person is. Nothing of it is main's business. */
export const createViewSlice = (): StateCreator<ViewSlice> => (set) => ({
  page: 'vms',
  overlay: { kind: 'none' },
  openVm: null,
  selectedCheck: null,
  showPage: (page) => set({ page }),
  showVm: (openVm) => set({ openVm, page: 'vms', selectedCheck: null }),
  showArticle: (topic) => set({ overlay: { kind: 'article', topic } }),
  showShortcuts: () => set({ overlay: { kind: 'shortcuts' } }),
  closeOverlay: () => set({ overlay: { kind: 'none' } }),
  selectCheck: (selectedCheck) => set({ selectedCheck }),
});
