import type { AuthenticationResult } from '@azure/msal-node';
import type { DeviceCode } from '../../../shared/session/session-state';
import type { MsalClient } from '../msal-client';

/** What a sign-in that asks the person is given. */
interface FlowRequest {
  readonly authority: string;
  readonly scopes: readonly string[];
  /** Permissions shown on the same consent page, for tokens asked later. */
  readonly alsoConsent: readonly string[];
  readonly loginHint: string | undefined;
  /** What an earlier refusal asked for, as JSON. */
  readonly claims: string | undefined;
  readonly signal: AbortSignal;
  readonly onDeviceCode: ((code: DeviceCode) => void) | undefined;
}

/** One way to sign in with MSAL. @throws MSAL's errors; the caller explains them. */
export type Flow = (client: MsalClient, request: FlowRequest) => Promise<AuthenticationResult>;
