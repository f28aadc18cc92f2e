import type { EntraDevice } from '../../shared/entra/device';
import type { ConditionalAccess, SignInApp } from '../../shared/entra/policy';
import type { Facts } from '../../shared/preflight/fact';

/** The directory, as pre-flight asks for it. Every call is one request unless it says otherwise. */
export interface EntraReader {
  me(signal: AbortSignal): Promise<{
    objectId: string;
    username: string;
    displayName: string | null;
    userType: 'Member' | 'Guest' | null;
  }>;
  /** Devices whose `physicalIds` carry the VM's resource id. */
  devicesOfVm(vmId: string, signal: AbortSignal): Promise<EntraDevice[]>;
  devicesNamed(name: string, signal: AbortSignal): Promise<EntraDevice[]>;
  /** The apps of `shared/entra/policy.ts`, those the tenant lacks included; one more request where an app requires assignment. */
  signInApps(principalId: string, signal: AbortSignal): Promise<SignInApp[]>;
  /** What-if of Conditional Access for one user: one request an app, at once. */
  conditionalAccess(
    principalId: string,
    appIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ConditionalAccess>;
  perUserMfa(principalId: string, signal: AbortSignal): Promise<Facts['perUserMfa']>;
}
