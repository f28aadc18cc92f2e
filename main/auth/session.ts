import type {
  ConsentState,
  DeviceCode,
  SessionState,
  SignInMethod,
} from '../../shared/session/session-state';

/** The sign-in room, as both shells see it. */
export interface Session {
  /**
   * What is known now, without waiting for the network. The tenants are listed meanwhile and announced;
   * `withTenants` waits for them until it is aborted.
   */
  state(options?: { readonly withTenants?: AbortSignal }): Promise<SessionState>;
  /**
   * Ends with the account's tenants listed. A new sign-in ends one that still waits for the person.
   *
   * @throws AppError `cancelled`, `not-configured` without a client id, `access-denied`, `unreachable`, …;
   *   the account signed in before stays signed in.
   */
  signIn(
    method: SignInMethod,
    options: { readonly signal: AbortSignal; readonly onDeviceCode?: (code: DeviceCode) => void },
  ): Promise<SessionState>;
  /** A failure is told in the tenant's own entry. @throws AppError `cancelled` or `sign-in-required`. */
  signInToTenant(tenantId: string, signal: AbortSignal): Promise<SessionState>;
  signOut(): Promise<SessionState>;
  consents(signal: AbortSignal): Promise<ConsentState>;
  onChanged(listener: (state: SessionState) => void): () => void;
}
