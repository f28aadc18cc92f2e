import type { StateCreator } from 'zustand';
import { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import type { RdpFileView } from '../../shared/rdp/rdp-file-view';
import { asAppError } from '../api';

/** More than main reads is not read here either: it is told by the file's size. */
const mostBytes = 1_048_576;

export type RdpFileState =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'open'; readonly view: RdpFileView; readonly signing: Signing }
  | { readonly phase: 'failed'; readonly name: string | null; readonly error: AppError };

/** What became of the last wish to sign the file in view. */
export type Signing =
  | { readonly phase: 'idle' }
  | { readonly phase: 'asked' }
  | { readonly phase: 'signed'; readonly file: string; readonly warnings: readonly string[] }
  | { readonly phase: 'failed'; readonly error: AppError };

export interface RdpFileSlice {
  readonly rdpFile: RdpFileState;
  readonly openRdpFile: () => Promise<void>;
  readonly lookAtRdpFile: (file: File) => Promise<void>;
  readonly signRdpFile: () => Promise<void>;
}

/** The .rdp file in view. Main reads, judges and signs it; the page hands over only what was dropped on it. */
export const createRdpFileSlice =
  (api: Api): StateCreator<RdpFileSlice> =>
  (set, get) => {
    let lastAsked = 0;

    async function show(name: string | null, ask: () => Promise<RdpFileView | null>): Promise<void> {
      const before = get().rdpFile;
      const asked = ++lastAsked;
      set({ rdpFile: { phase: 'reading' } });
      const next = await ask().then(
        (view): RdpFileState => (view ? { phase: 'open', view, signing: { phase: 'idle' } } : before),
        (error: unknown): RdpFileState => ({ phase: 'failed', name, error: asAppError(error) }),
      );
      if (asked === lastAsked) set({ rdpFile: next });
    }

    return {
      rdpFile: { phase: 'none' },

      async openRdpFile() {
        await show(null, () => api.rdpFile.open());
      },
      async lookAtRdpFile(file) {
        await show(file.name, async () =>
          api.rdpFile.look({ name: file.name, size: file.size, bytes: await bytesOf(file) }),
        );
      },
      async signRdpFile() {
        const { rdpFile } = get();
        if (rdpFile.phase !== 'open' || rdpFile.signing.phase === 'asked') return;
        const { view } = rdpFile;
        const isInView = (): boolean => {
          const now = get().rdpFile;
          return now.phase === 'open' && now.view.id === view.id;
        };
        set({ rdpFile: { phase: 'open', view, signing: { phase: 'asked' } } });
        try {
          const signed = await api.rdpFile.sign({ id: view.id });
          if (!isInView()) return;
          if (signed.outcome === 'given-up') set({ rdpFile: { ...rdpFile, signing: { phase: 'idle' } } });
          else {
            const { file, warnings } = signed;
            set({
              rdpFile: { phase: 'open', view: signed.view, signing: { phase: 'signed', file, warnings } },
            });
          }
        } catch (error) {
          if (isInView())
            set({ rdpFile: { phase: 'open', view, signing: { phase: 'failed', error: asAppError(error) } } });
        }
      },
    };
  };

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
  } catch (cause) {
    throw new AppError(
      'unreadable',
      `${file.name} could not be read: it is a folder, or is not there any more. Drop one .rdp file.`,
      { help: 'rdp-file-unreadable', cause },
    );
  }
}
