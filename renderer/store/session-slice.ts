import type { StateCreator } from 'zustand';
import type { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import type {
  ConsentState,
  DeviceCode,
  SessionState,
  SignInMethod,
} from '../../shared/session/session-state';
import { asAppError } from '../api';

export type SessionView =
  | { readonly phase: 'loading' }
  | { readonly phase: 'known'; readonly state: SessionState }
  | { readonly phase: 'failed'; readonly error: AppError };

/** What the person is waiting for, from the click on a card to the answer. */
export type Entering =
  | { readonly phase: 'idle' }
  | { readonly phase: 'waiting'; readonly by: SignInMethod | 'demo'; readonly deviceCode: DeviceCode | null }
  | { readonly phase: 'failed'; readonly by: SignInMethod | 'demo'; readonly error: AppError };

export type Consents =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'known'; readonly consents: ConsentState }
  | { readonly phase: 'failed'; readonly error: AppError };

export interface SessionSlice {
  readonly session: SessionView;
  readonly entering: Entering;
  readonly consents: Consents;
  readonly loadSession: () => Promise<void>;
  readonly signIn: (method: SignInMethod) => Promise<void>;
  readonly cancelSignIn: () => Promise<void>;
  readonly signInToTenant: (tenantId: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly enterDemo: (username: string | null) => Promise<void>;
  readonly leaveDemo: () => Promise<void>;
  readonly loadConsents: () => Promise<void>;
}

/** Mirrors main's session. Main announces every change, whoever made it. */
export const createSessionSlice =
  (api: Api): StateCreator<SessionSlice> =>
  (set, get) => {
    const know = (state: SessionState): void => set({ session: { phase: 'known', state } });

    api.session.onChanged(know);
    api.session.onDeviceCode((deviceCode) => {
      const { entering } = get();
      if (entering.phase === 'waiting') set({ entering: { ...entering, deviceCode } });
    });

    async function enter(by: SignInMethod | 'demo', work: () => Promise<SessionState>): Promise<void> {
      const waiting: Entering = { phase: 'waiting', by, deviceCode: null };
      set({ entering: waiting });
      const isStillWaiting = (): boolean => get().entering.phase === 'waiting';
      try {
        const state = await work();
        if (isStillWaiting()) set({ entering: { phase: 'idle' }, session: { phase: 'known', state } });
      } catch (error) {
        const appError = asAppError(error);
        if (!isStillWaiting()) return;
        set({
          entering:
            appError.code === 'cancelled' ? { phase: 'idle' } : { phase: 'failed', by, error: appError },
        });
      }
    }

    return {
      session: { phase: 'loading' },
      entering: { phase: 'idle' },
      consents: { phase: 'idle' },

      async loadSession() {
        set({ session: { phase: 'loading' } });
        try {
          know(await api.session.state());
        } catch (error) {
          set({ session: { phase: 'failed', error: asAppError(error) } });
        }
      },
      signIn: (method) => enter(method, () => api.session.signIn({ method })),
      async cancelSignIn() {
        set({ entering: { phase: 'idle' } });
        await api.session.cancelSignIn();
      },
      async signInToTenant(tenantId) {
        know(await api.session.signInToTenant({ tenantId }));
      },
      async signOut() {
        set({ entering: { phase: 'idle' } });
        know(await api.session.signOut());
      },
      enterDemo: (username) => enter('demo', () => api.session.enterDemo({ username })),
      async leaveDemo() {
        know(await api.session.leaveDemo());
      },
      async loadConsents() {
        set({ consents: { phase: 'loading' } });
        try {
          set({ consents: { phase: 'known', consents: await api.session.consents() } });
        } catch (error) {
          set({ consents: { phase: 'failed', error: asAppError(error) } });
        }
      },
    };
  };
