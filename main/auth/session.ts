import type {
  ConsentState,
  DeviceCode,
  SessionState,
  SignInMethod,
} from '../../shared/session/session-state';

/** The sign-in room, as both shells see it. */
export interface Session {
  state(): Promise<SessionState>;
  signIn(
    method: SignInMethod,
    options: { readonly signal: AbortSignal; readonly onDeviceCode?: (code: DeviceCode) => void },
  ): Promise<SessionState>;
  signInToTenant(tenantId: string, signal: AbortSignal): Promise<SessionState>;
  signOut(): Promise<SessionState>;
  consents(signal: AbortSignal): Promise<ConsentState>;
  onChanged(listener: (state: SessionState) => void): () => void;
}
