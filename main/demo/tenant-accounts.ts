import { z } from 'zod';
import { PcJoin, PcPolicies, RdpClient, SavedCredential, ThisPc } from '../../shared/client-pc/this-pc';
import { Instant } from './tenant-instant';

/** How signing in goes for one account. */
const DemoSignIn = z.strictObject({
  mfaRequired: z
    .boolean()
    .default(false)
    .describe('Tokens without a second factor are refused (AADSTS50076).'),
  denyConsent: z.boolean().default(false).describe('The person declines the consent page (AADSTS65004).'),
  revoked: z.boolean().default(false).describe('Refresh tokens are refused, as after a password reset.'),
  blockDeviceCode: z.boolean().default(false).describe('A policy blocks the device code flow (AADSTS50199).'),
  accessTokenSeconds: z.int().positive().default(3599),
});

/** A PC as the demo describes it; whatever is left out is as on a joined Windows 11 24H2. */
export const DemoPc = z.strictObject({
  describe: ThisPc.partial().strict().optional(),
  join: PcJoin.partial().strict().optional(),
  policies: PcPolicies.partial().strict().optional(),
  savedCredentials: z.array(SavedCredential).optional(),
  rdpClients: z.array(RdpClient).optional(),
  passwordSignIn: z
    .strictObject({ lastAt: Instant.nullable() })
    .optional()
    .describe('When the account last signed in here with its password.'),
});
export type DemoPc = z.infer<typeof DemoPc>;

export const DemoAccount = z.strictObject({
  username: z.string().min(3).describe('User principal name. Unique, compared without letter case.'),
  displayName: z.string().optional(),
  objectId: z.guid().optional(),
  homeTenantId: z
    .guid()
    .optional()
    .describe("Left out: this tenant. Another one makes the account a guest's."),
  userType: z.enum(['Member', 'Guest']).default('Member'),
  description: z.string().default('').describe('One line for the account picker.'),
  consentedGraphPermissions: z
    .array(z.string())
    .default(['User.Read'])
    .describe('Delegated permissions of Microsoft Graph that were consented to, e.g. Device.Read.All.'),
  directoryRoles: z
    .array(z.string())
    .default([])
    .describe('Entra roles by name. Security Reader, Global Reader and their like may read policies.'),
  groups: z.array(z.string()).default([]).describe('Names of the groups it is a member of.'),
  perUserMfa: z.enum(['disabled', 'enabled', 'enforced']).default('disabled'),
  signIn: DemoSignIn.prefault({}),
  thisPc: DemoPc.optional().describe("Where this account's PC differs from the tenant's thisPc."),
});

export const DemoServicePrincipal = z.strictObject({
  appId: z.guid(),
  displayName: z.string(),
  objectId: z.guid().optional(),
  isEnabled: z.boolean().default(true),
  requiresAssignment: z.boolean().default(false),
  assigned: z.array(z.string()).default([]).describe('Usernames or group names.'),
});

const whom = z.strictObject({
  include: z.array(z.string()).default(['all']).describe('`all`, usernames or group names.'),
  exclude: z.array(z.string()).default([]),
});

export const DemoPolicy = z.strictObject({
  name: z.string(),
  id: z.guid().optional(),
  state: z.enum(['enabled', 'report-only', 'disabled']).default('enabled'),
  users: whom.prefault({}),
  apps: z
    .strictObject({
      include: z.array(z.string()).default(['all']).describe('`all` or application ids.'),
      exclude: z.array(z.string()).default([]),
    })
    .prefault({}),
  operator: z.enum(['AND', 'OR']).default('OR'),
  controls: z
    .array(z.string())
    .default([])
    .describe("Graph's built-in controls: block, mfa, compliantDevice, …"),
  authenticationStrength: z.string().nullable().default(null),
});
