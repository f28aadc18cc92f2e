import type { EntraDevice } from '../../shared/entra/device';
import type { ConditionalAccess, SignInApp } from '../../shared/entra/policy';
import type { Facts } from '../../shared/preflight/fact';

/** Somebody of the tenant, as Graph tells. */
export interface Person {
  readonly objectId: string;
  readonly username: string;
  readonly displayName: string | null;
  /** Null where Graph does not say: the least permission shows names alone. */
  readonly userType: 'Member' | 'Guest' | null;
}

/** The directory, as pre-flight asks for it. Every call is one request unless it says otherwise. */
export interface EntraReader {
  me(signal: AbortSignal): Promise<Person>;
  /**
   * Somebody of the tenant by user principal name.
   *
   * @throws AppError `not-found` where the tenant has nobody of that name.
   */
  user(username: string, signal: AbortSignal): Promise<Person>;
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
