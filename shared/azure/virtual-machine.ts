import { z } from 'zod';

/** ARM id of a VM: `/subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/virtualMachines/web-01`. */
export const VmId = z
  .string()
  .max(512)
  .regex(
    /^\/subscriptions\/[^/?#\s]+\/resourceGroups\/[^/?#\s]+\/providers\/Microsoft\.Compute\/virtualMachines\/[^/?#\s]+$/i,
    'not the resource id of a virtual machine',
  )
  .brand<'VmId'>();
export type VmId = z.infer<typeof VmId>;

export const PowerState = z.enum([
  'running',
  'starting',
  'stopping',
  'stopped',
  'deallocating',
  'deallocated',
  'hibernated',
]);
export type PowerState = z.infer<typeof PowerState>;

/** `PowerState/running` and its siblings to our word; null for one we do not know. */
export function powerStateOf(code: string | null | undefined): PowerState | null {
  const { data } = PowerState.safeParse(code?.replace(/^PowerState\//i, '').toLowerCase());
  return data ?? null;
}

/** What only a running VM with a working agent reports. Empty strings of ARM are null here. */
export const VmInstanceView = z.object({
  computerName: z.string().nullable(),
  osName: z.string().nullable(),
  /** As reported, e.g. `10.0.20348.4052` or `Microsoft Windows NT 10.0.14393.0`. */
  osVersion: z.string().nullable(),
  powerState: PowerState.nullable(),
  agent: z
    .object({ version: z.string().nullable(), isReady: z.boolean(), status: z.string().nullable() })
    .nullable(),
  /** SHA-1 thumbprint of the certificate the VM's RDP listener shows. */
  rdpThumbprint: z.string().nullable(),
});
export type VmInstanceView = z.infer<typeof VmInstanceView>;

export const VirtualMachine = z.object({
  id: VmId,
  name: z.string(),
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  location: z.string(),
  tags: z.record(z.string(), z.string()),
  /** `osProfile.computerName`: what Windows was called when the VM was made. At most 15 characters. */
  computerName: z.string().nullable(),
  osType: z.enum(['Windows', 'Linux']).nullable(),
  image: z
    .object({
      publisher: z.string().nullable(),
      offer: z.string().nullable(),
      sku: z.string().nullable(),
      exactVersion: z.string().nullable(),
    })
    .nullable(),
  /** Null when the VM has no managed identity at all. */
  identity: z
    .object({ type: z.string(), principalId: z.string().nullable(), tenantId: z.string().nullable() })
    .nullable(),
  networkInterfaceIds: z.array(z.string()),
  createdAt: z.string().nullable(),
  /** Null when it could not be read. */
  instanceView: VmInstanceView.nullable(),
});
export type VirtualMachine = z.infer<typeof VirtualMachine>;

/** One row of the VM list. */
export const VmSummary = z.object({
  id: VmId,
  name: z.string(),
  computerName: z.string().nullable(),
  subscriptionId: z.string(),
  subscriptionName: z.string().nullable(),
  tenantId: z.string().nullable(),
  resourceGroup: z.string(),
  location: z.string(),
  os: z.string().nullable(),
  osVersion: z.string().nullable(),
  osType: z.enum(['Windows', 'Linux']).nullable(),
  powerState: PowerState.nullable(),
  /** Null when addresses could not be read, which is not the same as having none. */
  privateIps: z.array(z.string()).nullable(),
  publicIps: z.array(z.string()).nullable(),
  hasSystemAssignedIdentity: z.boolean(),
  /** Provisioning state of AADLoginForWindows; null when it is not installed or not read. */
  loginExtension: z.string().nullable(),
});
export type VmSummary = z.infer<typeof VmSummary>;

/** A part of the list that could not be read, and why: the rest is shown all the same. */
export const PartialListing = z.object({
  scope: z.string(),
  name: z.string().nullable(),
  because: z.string(),
});
export type PartialListing = z.infer<typeof PartialListing>;

export const VmExtension = z.object({
  name: z.string(),
  publisher: z.string(),
  type: z.string(),
  version: z.string().nullable(),
  /** As ARM reports it, e.g. `Succeeded`, `Failed`, `Updating`. */
  provisioningState: z.string(),
  /** Code of the instance view's status, e.g. `ProvisioningState/failed/-2145648574`. */
  statusCode: z.string().nullable(),
  statusMessage: z.string().nullable(),
  /** `settings.mdmId`; null when the extension has no such setting. */
  mdmId: z.string().nullable(),
});
export type VmExtension = z.infer<typeof VmExtension>;

/** By publisher and type: the resource name is the deployer's choice. */
export function isLoginExtension({ publisher, type }: Pick<VmExtension, 'publisher' | 'type'>): boolean {
  return `${publisher}/${type}`.toLowerCase() === 'microsoft.azure.activedirectory/aadloginforwindows';
}

export const Subscription = z.object({ id: z.string(), name: z.string(), tenantId: z.string().nullable() });
export type Subscription = z.infer<typeof Subscription>;

export const NetworkInterface = z.object({
  id: z.string(),
  privateAddresses: z.array(z.string()),
  publicAddresses: z.array(z.string()),
  /** Public DNS labels, e.g. `ready-01.westeurope.cloudapp.azure.com`. */
  publicNames: z.array(z.string()),
  subnetId: z.string().nullable(),
  networkSecurityGroupId: z.string().nullable(),
  dnsSuffix: z.string().nullable(),
  /** A load balancer's outbound rules may give it a way out that no other setting shows. */
  isBehindLoadBalancer: z.boolean().optional(),
});
export type NetworkInterface = z.infer<typeof NetworkInterface>;

/** `…/virtualNetworks/hub/subnets/default` to `…/virtualNetworks/hub`. */
export function networkOfSubnet(subnetId: string): string {
  return subnetId.replace(/\/subnets\/[^/]+$/i, '');
}

/** Whether Azure is still installing, changing or removing an extension. */
export function isAtWork({ provisioningState }: Pick<VmExtension, 'provisioningState'>): boolean {
  return ['creating', 'updating', 'transitioning'].includes(provisioningState.toLowerCase());
}
