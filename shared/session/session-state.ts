import { z } from 'zod';
import { CloudId } from '../azure/cloud';
import { HelpTopicId } from '../errors/help-topics';
import { CheckId } from '../preflight/check-id';

export const SignInMethod = z.enum(['browser', 'device-code', 'azure-cli']);
export type SignInMethod = z.infer<typeof SignInMethod>;

/** A tenant the account can see. Tenants are listed first and signed in to one by one, on demand. */
export const Tenant = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  state: z.enum(['signed-in', 'not-signed-in', 'failed']),
  /** Why signing in to this one failed; it never hides the others. */
  because: z.string().nullable(),
});
export type Tenant = z.infer<typeof Tenant>;

export const SignedInAccount = z.object({
  username: z.string(),
  displayName: z.string().nullable(),
  homeTenantId: z.string(),
  method: SignInMethod,
});
export type SignedInAccount = z.infer<typeof SignedInAccount>;

export const SessionState = z.object({
  mode: z.enum(['real', 'demo']),
  phase: z.enum(['signed-out', 'signing-in', 'signed-in', 'expired']),
  cloud: CloudId,
  /** The organisation's name, where its set-up gave one. */
  organisation: z.string().nullable(),
  /** False until a client id is set: browser and device code need one, the Azure CLI's sign-in does not. */
  isConfigured: z.boolean(),
  account: SignedInAccount.nullable(),
  tenants: z.array(Tenant),
  /** Where the sign-in is kept: encrypted with a key in the keychain, or for this run only. */
  storage: z.enum(['keychain', 'memory']),
  /** Accounts of the demo tenant, to choose from; empty outside demo mode. */
  demoAccounts: z.array(z.object({ username: z.string(), description: z.string() })),
});
export type SessionState = z.infer<typeof SessionState>;

/** What to type, and where: shown while a device-code sign-in waits. */
export const DeviceCode = z.object({ userCode: z.string(), verificationUri: z.url(), expiresAt: z.string() });
export type DeviceCode = z.infer<typeof DeviceCode>;

/** One permission of our app registration: whether it is granted, and what its absence costs. */
export const Consent = z.object({
  permission: z.string(),
  api: z.enum(['Azure Resource Manager', 'Microsoft Graph']),
  why: z.string(),
  needsAdmin: z.boolean(),
  isGranted: z.boolean().nullable(),
  costs: z.array(CheckId),
});
export type Consent = z.infer<typeof Consent>;

export const ConsentState = z.object({
  consents: z.array(Consent),
  /** Where an admin grants them all; null without a client id. */
  adminConsentUrl: z.url().nullable(),
  /** The message to send to the admin. */
  request: z.string(),
  help: HelpTopicId,
});
export type ConsentState = z.infer<typeof ConsentState>;
