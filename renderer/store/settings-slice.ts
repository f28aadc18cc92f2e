import type { StateCreator } from 'zustand';
import type { VmId } from '../../shared/azure/virtual-machine';
import type { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import type { OrganisationSetup, Settings, SettingsChange } from '../../shared/settings/settings';
import { asAppError } from '../api';

export type SettingsState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'known'; readonly settings: Settings }
  | { readonly phase: 'failed'; readonly error: AppError };

/** An organisation's set-up on its way in: first what it says, then taken. */
export type SetupOffer =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'offered'; readonly setup: OrganisationSetup }
  | { readonly phase: 'failed'; readonly error: AppError };

export interface SettingsSlice {
  readonly settings: SettingsState;
  readonly setupOffer: SetupOffer;
  readonly loadSettings: () => Promise<void>;
  readonly changeSettings: (change: SettingsChange) => Promise<void>;
  readonly setFavourite: (vmId: VmId, isFavourite: boolean) => Promise<void>;
  readonly offerSetup: (text: string) => Promise<void>;
  readonly takeSetup: () => Promise<void>;
  readonly dismissSetup: () => void;
}

/** Mirrors main's settings file; the terminal may change it too, which main announces. */
export const createSettingsSlice =
  (api: Api): StateCreator<SettingsSlice> =>
  (set, get) => {
    const know = (settings: Settings): void => set({ settings: { phase: 'known', settings } });
    api.settings.onChanged(know);

    async function change(work: () => Promise<Settings>): Promise<void> {
      try {
        know(await work());
      } catch (error) {
        set({ settings: { phase: 'failed', error: asAppError(error) } });
      }
    }

    return {
      settings: { phase: 'loading' },
      setupOffer: { phase: 'idle' },
      loadSettings: () => change(() => api.settings.read()),
      changeSettings: (wanted) => change(() => api.settings.change(wanted)),
      setFavourite: (vmId, isFavourite) => change(() => api.settings.setFavourite({ vmId, isFavourite })),

      async offerSetup(text) {
        set({ setupOffer: { phase: 'reading' } });
        try {
          set({ setupOffer: { phase: 'offered', setup: await api.settings.readSetup({ text }) } });
        } catch (error) {
          set({ setupOffer: { phase: 'failed', error: asAppError(error) } });
        }
      },
      async takeSetup() {
        const { setupOffer } = get();
        if (setupOffer.phase !== 'offered') return;
        try {
          know(await api.settings.takeSetup(setupOffer.setup));
          set({ setupOffer: { phase: 'idle' } });
        } catch (error) {
          set({ setupOffer: { phase: 'failed', error: asAppError(error) } });
        }
      },
      dismissSetup: () => set({ setupOffer: { phase: 'idle' } }),
    };
  };
