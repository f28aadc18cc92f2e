import type { StateCreator } from 'zustand';
import { isSameResource } from '../../shared/azure/same-resource';
import type { VmId } from '../../shared/azure/virtual-machine';
import type { Api } from '../../shared/ipc/contract';
import type { ConnectLink, OpenedLink } from '../../shared/links/connect-link';
import { type LeadsElsewhere, leadsElsewhere } from '../../shared/links/link-leads-elsewhere';
import { asAppError } from '../api';
import type { InventorySlice } from './inventory-slice';
import type { SessionSlice } from './session-slice';
import type { SettingsSlice } from './settings-slice';
import type { ViewSlice } from './view-slice';

/** What became of the last link that somebody opened. */
export type LinkState =
  | { readonly phase: 'none' }
  /** Nobody is signed in yet: its VM is shown when somebody is. */
  | { readonly phase: 'waiting'; readonly link: ConnectLink }
  | { readonly phase: 'elsewhere'; readonly link: ConnectLink; readonly elsewhere: LeadsElsewhere }
  | ShownLink
  | { readonly phase: 'refused'; readonly because: string };

export interface ShownLink {
  readonly phase: 'shown';
  readonly link: ConnectLink;
  /** By the page's own clock, in milliseconds. */
  readonly at: number;
}

export interface LinkSlice {
  readonly link: LinkState;
  /** Asks main for the link the app was started with. */
  readonly takeLink: () => Promise<void>;
  /** Shows the VM of a link that waits, once somebody is signed in where it leads. */
  readonly goOnWithLink: () => void;
  /** Although the link seems to lead elsewhere. */
  readonly showLinkedVm: () => void;
  readonly dismissLink: () => void;
  /** The page of a VM goes: it was opened by a link no more. */
  readonly leaveLinkedVm: (vmId: VmId) => void;
}

type Around = LinkSlice & SessionSlice & InventorySlice & SettingsSlice & ViewSlice;

/** Links from outside. They show a VM, or offer a set-up; connecting and taking are left to a click. */
export const createLinkSlice =
  (api: Api): StateCreator<Around, [], [], LinkSlice> =>
  (set, get) => {
    function open(opened: OpenedLink): void {
      get().closeOverlay();
      switch (opened.kind) {
        case 'connect':
          set({ link: { phase: 'waiting', link: opened.link } });
          get().showPage('vms');
          get().goOnWithLink();
          break;
        case 'setup':
          void get().offerSetup(opened.text);
          break;
        case 'refused':
          set({ link: { phase: 'refused', because: opened.because } });
          break;
      }
    }

    /** As the list spells it, where it has it: ids are the same in any letter case. */
    function idInList(vmId: VmId): VmId {
      return get().vms.find(({ vm }) => isSameResource(vm.id, vmId))?.vm.id ?? vmId;
    }

    api.link.onOpened(open);

    return {
      link: { phase: 'none' },

      async takeLink() {
        try {
          const opened = await api.link.take();
          if (opened) open(opened);
        } catch (error) {
          set({ link: { phase: 'refused', because: asAppError(error).message } });
        }
      },
      goOnWithLink() {
        const { link: current, session } = get();
        if (current.phase !== 'waiting' && current.phase !== 'elsewhere') return;
        if (session.phase !== 'known' || session.state.phase !== 'signed-in') return;
        const { link } = current;
        const elsewhere = leadsElsewhere(link, session.state);
        if (elsewhere) {
          set({ link: { phase: 'elsewhere', link, elsewhere } });
          // Another VM in view would be taken for the one of the link.
          if (current.phase === 'waiting') get().showVm(null);
        } else get().showLinkedVm();
      },
      showLinkedVm() {
        const { link: current, showVm } = get();
        if (current.phase !== 'waiting' && current.phase !== 'elsewhere') return;
        const link = { ...current.link, vmId: idInList(current.link.vmId) };
        set({ link: { phase: 'shown', link, at: performance.now() } });
        showVm(link.vmId);
      },
      dismissLink: () => set({ link: { phase: 'none' } }),
      leaveLinkedVm(vmId) {
        const { link } = get();
        if (link.phase === 'shown' && link.link.vmId === vmId) set({ link: { phase: 'none' } });
      },
    };
  };

/** How long after a link has brought a VM into view nothing is taken for a click on Connect, in milliseconds. */
const settlingMs = 1000;

/** Whether a person can not have seen yet what came into view: what they typed was meant for something else. */
export function isOnlyJustShown(link: LinkState): boolean {
  return link.phase === 'shown' && performance.now() - link.at < settlingMs;
}
