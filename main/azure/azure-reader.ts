import type { DenyAssignment, Permission, RoleAssignment, RoleEligibility } from '../../shared/azure/access';
import type { Bastions } from '../../shared/azure/bastion';
import type {
  NetworkInterface,
  Subscription,
  VirtualMachine,
  VmExtension,
  VmId,
} from '../../shared/azure/virtual-machine';
import type { AddressOwner } from '../../shared/network/resolution';
import type { Facts } from '../../shared/preflight/fact';

/** Whose access is asked about: some things Azure tells of its caller alone. */
export interface Principal {
  readonly objectId: string;
  readonly isCaller: boolean;
}

/** One VM's Azure, as pre-flight asks for it. Every call is one request unless it says otherwise. */
export interface AzureReader {
  virtualMachine(id: VmId, signal: AbortSignal): Promise<VirtualMachine>;
  vmExtensions(id: VmId, signal: AbortSignal): Promise<VmExtension[]>;
  subscription(subscriptionId: string, signal: AbortSignal): Promise<Subscription>;
  /** One request an interface, at once, with public addresses expanded. */
  networkInterfaces(ids: readonly string[], signal: AbortSignal): Promise<NetworkInterface[]>;
  permissions(id: VmId, signal: AbortSignal): Promise<Permission[]>;
  /** Those of one principal, groups included. */
  roleAssignments(id: VmId, principal: Principal, signal: AbortSignal): Promise<RoleAssignment[]>;
  roleEligibilities(id: VmId, signal: AbortSignal): Promise<RoleEligibility[]>;
  denyAssignments(id: VmId, principalId: string, signal: AbortSignal): Promise<DenyAssignment[]>;
  /** Bastions and peerings of the subscriptions the account can read, by Resource Graph. */
  bastions(signal: AbortSignal): Promise<Bastions>;
  /** VMs other than `id` that own one of the addresses, by Resource Graph. */
  addressOwners(id: VmId | null, addresses: readonly string[], signal: AbortSignal): Promise<AddressOwner[]>;
  outboundAccess(
    interfaces: readonly NetworkInterface[],
    signal: AbortSignal,
  ): Promise<Facts['outboundAccess']>;
  /** A long-running operation for each interface, at once: tens of seconds. */
  effectiveOutboundRules(
    interfaces: readonly NetworkInterface[],
    signal: AbortSignal,
  ): Promise<Facts['effectiveOutboundRules']>;
}
