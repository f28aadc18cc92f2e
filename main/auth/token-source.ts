export type Audience = 'arm' | 'graph';

export interface TokenRequest {
  readonly audience: Audience;
  /** Tenant to sign in to; without one, the tenant the account signed in to: its home unless it is a guest. */
  readonly tenantId?: string | undefined;
  /** Delegated permissions of Microsoft Graph, e.g. `Device.Read.All`; ARM has only one. */
  readonly scopes?: readonly string[];
  /** What a claims challenge asked for, as JSON. */
  readonly claims?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly tenantId: string;
}

/**
 * Where the Azure and Entra rooms get their tokens. Never asks the user anything: silent or not at all.
 *
 * @throws AppError `sign-in-required` when only the user can help; `access-denied` with `missing` when a
 *   permission was not consented to; `unreachable` when Entra ID could not be reached.
 */
export interface TokenSource {
  getToken(request: TokenRequest): Promise<AccessToken>;
}
