import { z } from 'zod';
import { CloudId, clouds } from '../../shared/azure/cloud';
import { PowerState } from '../../shared/azure/virtual-machine';
import { PcJoin, PcPolicies, RdpClient, SavedCredential, ThisPc } from '../../shared/client-pc/this-pc';

export { CloudId, clouds };

const Instant = z.iso.datetime({ offset: true });

/** What answers on the VM's RDP port. `real` leaves this machine's network alone: the address is dialled as it is. */
export const DemoListener = z.enum(['entra-capable', 'no-entra', 'closed', 'silent', 'not-rdp', 'real']);
export type DemoListener = z.infer<typeof DemoListener>;

/** How signing in goes for one account. */
export const DemoSignIn = z.strictObject({
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
  describe: ThisPc.partial().optional(),
  join: PcJoin.partial().optional(),
  policies: PcPolicies.partial().optional(),
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

export const DemoSubscription = z.strictObject({
  name: z.string().min(1),
  id: z.guid().optional(),
  tenantId: z.guid().optional().describe('Left out: this tenant.'),
});

export const DemoExtension = z.strictObject({
  name: z.string().default('AADLoginForWindows'),
  publisher: z.string().default('Microsoft.Azure.ActiveDirectory'),
  type: z.string().default('AADLoginForWindows'),
  version: z.string().default('2.2'),
  provisioningState: z.string().default('Succeeded'),
  statusCode: z.string().nullable().default('ProvisioningState/succeeded'),
  statusMessage: z.string().nullable().default(null),
  mdmId: z.string().nullable().default(''),
});
export type DemoExtension = z.infer<typeof DemoExtension>;

export const DemoInterface = z.strictObject({
  name: z.string().optional(),
  network: z.string().optional().describe('Name of a network; left out: the first one.'),
  subnet: z.string().optional().describe("Name of one of that network's subnets; left out: the first one."),
  privateAddresses: z.array(z.string()).optional().describe('Left out: one is handed out.'),
  publicAddress: z.string().nullable().default(null),
  publicName: z.string().nullable().default(null).describe('The public address’s DNS name.'),
  securityGroup: z.string().nullable().default(null),
});

export const DemoImage = z.strictObject({
  publisher: z.string().nullable().default('MicrosoftWindowsServer'),
  offer: z.string().nullable().default('WindowsServer'),
  sku: z.string().nullable().default('2022-datacenter-azure-edition'),
  exactVersion: z.string().nullable().default('20348.4052.250808'),
});

/** What the VM's agent reports. Left-out parts follow the VM. */
export const DemoInstanceView = z.strictObject({
  computerName: z.string().nullable().optional(),
  osName: z.string().nullable().optional(),
  osVersion: z.string().nullable().optional(),
  rdpThumbprint: z.string().nullable().optional(),
});

export const DemoAgent = z.strictObject({
  version: z.string().nullable().default('2.7.41491.1172'),
  isReady: z.boolean().default(true),
  status: z.string().nullable().default(null).describe('Display status; left out: Ready or Not Ready.'),
});

export const DemoDevice = z.strictObject({
  displayName: z.string().optional(),
  deviceId: z.guid().optional(),
  isEnabled: z.boolean().default(true),
  trustType: z.enum(['AzureAd', 'ServerAd', 'Workplace']).default('AzureAd'),
  hostNames: z.array(z.string()).optional().describe('Names sign-in accepts. Left out: the display name.'),
  registeredAt: Instant.default('2026-03-02T08:15:00Z'),
  lastSignInAt: Instant.nullable().default('2026-11-20T07:41:00Z'),
  operatingSystemVersion: z.string().nullable().default('10.0.20348.4052'),
});

/** A device of its own in the directory, beside those the VMs bring. */
export const DemoOtherDevice = DemoDevice.extend({
  displayName: z.string(),
  azureResourceId: z.string().nullable().default(null),
});

export const DemoVm = z.strictObject({
  name: z.string().min(1).max(64),
  computerName: z
    .string()
    .max(64)
    .nullable()
    .optional()
    .describe('osProfile.computerName. Left out: the first 15 characters of the name.'),
  subscription: z.string().optional().describe('Name or id; left out: the first one.'),
  resourceGroup: z.string().default('rg-workloads'),
  location: z.string().default('westeurope'),
  size: z.string().default('Standard_D4s_v5'),
  tags: z.record(z.string(), z.string()).default({}),
  os: z.enum(['Windows', 'Linux']).default('Windows'),
  image: DemoImage.nullable().prefault({}),
  powerState: PowerState.default('running'),
  createdAt: Instant.default('2026-03-02T08:02:11Z'),
  instanceView: DemoInstanceView.prefault({}),
  agent: DemoAgent.nullable().prefault({}),
  identity: z
    .strictObject({ type: z.string().default('SystemAssigned'), tenantId: z.guid().optional() })
    .nullable()
    .prefault({})
    .describe('null: the VM has no managed identity.'),
  extensions: z
    .array(DemoExtension)
    .optional()
    .describe('Left out: AADLoginForWindows, succeeded, where the VM runs Windows.'),
  interfaces: z.array(DemoInterface).min(1).prefault([{}]),
  device: DemoDevice.nullable()
    .optional()
    .describe('Its Entra device. Left out: one of its own where the VM runs Windows; null: none.'),
  listener: DemoListener.default('entra-capable'),
  rdpPort: z.int().min(1).max(65535).default(3389),
});

export const DemoRoleDefinition = z.strictObject({
  name: z.string(),
  id: z.guid().optional(),
  actions: z.array(z.string()).default([]),
  notActions: z.array(z.string()).default([]),
  dataActions: z.array(z.string()).default([]),
  notDataActions: z.array(z.string()).default([]),
});

const scope = z
  .string()
  .describe(
    "The name of a VM or a subscription, `subscription/resource group`, `/` for everything, or a resource's id.",
  );

export const DemoRoleAssignment = z.strictObject({
  principal: z.string().describe('A username, or the name of a group.'),
  role: z.string().describe("A role's name or id, built-in or of roleDefinitions."),
  scope,
  condition: z.string().nullable().default(null),
  createdAt: Instant.default('2026-03-02T08:30:00Z'),
});

export const DemoRoleEligibility = z.strictObject({
  principal: z.string(),
  role: z.string(),
  scope,
  endsAt: Instant.nullable().default('2027-03-01T00:00:00Z'),
});

export const DemoDenyAssignment = z.strictObject({
  name: z.string(),
  scope,
  principals: z.array(z.string()).default(['everyone']).describe('Usernames, group names, or `everyone`.'),
  excludePrincipals: z.array(z.string()).default([]),
  actions: z.array(z.string()).default([]),
  notActions: z.array(z.string()).default([]),
  dataActions: z.array(z.string()).default([]),
  notDataActions: z.array(z.string()).default([]),
  doNotApplyToChildScopes: z.boolean().default(false),
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

export const DemoNetwork = z.strictObject({
  name: z.string(),
  subscription: z.string().optional(),
  resourceGroup: z.string().default('rg-network'),
  location: z.string().default('westeurope'),
  addressSpace: z.string().default('10.0.0.0/16'),
  subnets: z
    .array(
      z.strictObject({
        name: z.string().default('default'),
        addressPrefix: z.string().default('10.0.0.0/24'),
        securityGroup: z.string().nullable().default(null),
        isPrivate: z.boolean().default(false).describe('No default outbound access.'),
        natGateway: z.string().nullable().default(null).describe('Name of a NAT gateway that lets it out.'),
        routeTable: z.string().nullable().default(null),
      }),
    )
    .min(1)
    .prefault([{}]),
  peerings: z.array(z.string()).default([]).describe('Names of the networks it is peered with.'),
});

export const DemoSecurityGroup = z.strictObject({
  name: z.string(),
  subscription: z.string().optional(),
  resourceGroup: z.string().default('rg-network'),
  location: z.string().default('westeurope'),
  rules: z
    .array(
      z.strictObject({
        name: z.string(),
        priority: z.int().min(100).max(4096),
        direction: z.enum(['Inbound', 'Outbound']),
        access: z.enum(['Allow', 'Deny']),
        protocol: z.string().default('*'),
        sources: z.array(z.string()).default(['*']),
        destinations: z.array(z.string()).default(['*']),
        ports: z.array(z.string()).default(['*']),
      }),
    )
    .default([]),
});

export const DemoBastion = z.strictObject({
  name: z.string(),
  network: z.string(),
  sku: z.enum(['Developer', 'Basic', 'Standard', 'Premium']).default('Standard'),
  resourceGroup: z.string().default('rg-network'),
  allowsTunneling: z.boolean().default(true),
  allowsIpConnect: z.boolean().default(false),
  provisioningState: z.string().default('Succeeded'),
});

/** What goes wrong on purpose. Counts are used up one request at a time. */
export const DemoFaults = z.strictObject({
  resourceGraphRefused: z.boolean().default(false).describe('Resource Graph answers 403.'),
  throttled: z.int().nonnegative().default(0).describe('So many ARM requests answer 429.'),
  retryAfterSeconds: z.int().nonnegative().default(1),
  claimsChallenges: z
    .int()
    .nonnegative()
    .default(0)
    .describe(
      'So many ARM requests answer 401 with a claims challenge, as continuous access evaluation does.',
    ),
  expiredTokens: z
    .int()
    .nonnegative()
    .default(0)
    .describe('So many requests find their token expired (401).'),
  serverErrors: z.int().nonnegative().default(0).describe('So many ARM requests answer 500.'),
  permissionsRefused: z.boolean().default(false).describe('The permissions API answers 403.'),
  graphUnavailable: z.boolean().default(false).describe('Microsoft Graph answers 503.'),
  authorityUnavailable: z.boolean().default(false).describe('Entra ID answers 503.'),
});
