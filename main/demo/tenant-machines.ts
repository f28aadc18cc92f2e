import { z } from 'zod';
import { PowerState } from '../../shared/azure/virtual-machine';
import { Instant } from './tenant-instant';

/** What answers on the VM's RDP port. `real` leaves this machine's network alone: the address is dialled as it is. */
export const DemoListener = z.enum(['entra-capable', 'no-entra', 'closed', 'silent', 'not-rdp', 'real']);
export type DemoListener = z.infer<typeof DemoListener>;

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

const DemoImage = z.strictObject({
  publisher: z.string().nullable().default('MicrosoftWindowsServer'),
  offer: z.string().nullable().default('WindowsServer'),
  sku: z.string().nullable().default('2022-datacenter-azure-edition'),
  exactVersion: z.string().nullable().default('20348.4052.250808'),
});

/** What the VM's agent reports. Left-out parts follow the VM. */
const DemoInstanceView = z.strictObject({
  computerName: z.string().nullable().optional(),
  osName: z.string().nullable().optional(),
  osVersion: z.string().nullable().optional(),
  rdpThumbprint: z.string().nullable().optional(),
});

const DemoAgent = z.strictObject({
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
  hasPhysicalIds: z
    .boolean()
    .default(true)
    .describe('false: Graph gives none, so nothing says which VM it is of.'),
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
