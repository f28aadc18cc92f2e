import type { TokenCredential } from '@azure/core-auth';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import { readAddressOwners } from './address-owners';
import { createArm } from './arm';
import type { AzureReader } from './azure-reader';
import { readBastions } from './bastions';
import { readDenyAssignments } from './deny-assignments';
import { readEffectiveOutboundRules } from './effective-outbound-rules';
import type { Endpoint } from './endpoint';
import { readNetworkInterfaces } from './network-interfaces';
import { readOutboundAccess } from './outbound-access';
import { readPermissions } from './permissions';
import { readRoleAssignments } from './role-assignments';
import { readRoleEligibilities } from './role-eligibilities';
import { readSubscription } from './subscriptions';
import { readVirtualMachine } from './virtual-machines';
import { readVmExtensions } from './vm-extensions';

/** Azure as one tenant's tokens show it. */
export function createAzureReader(endpoint: Endpoint, credential: TokenCredential): AzureReader {
  const arm = createArm(endpoint, credential);
  return {
    virtualMachine: (id, signal) => {
      const reading = readVirtualMachine(arm, id, signal);
      // Its interfaces are read next: their SDK is loaded while the VM is waited for.
      void arm.network(partsOfVmId(id).subscriptionId).catch(() => undefined);
      return reading;
    },
    vmExtensions: (id, signal) => readVmExtensions(arm, id, signal),
    subscription: (id, signal) => readSubscription(arm, id, signal),
    networkInterfaces: (ids, signal) => readNetworkInterfaces(arm, ids, signal),
    permissions: (id, signal) => readPermissions(arm, id, signal),
    roleAssignments: (id, principal, signal) => readRoleAssignments(arm, id, principal, signal),
    roleEligibilities: (id, signal) => readRoleEligibilities(arm, id, signal),
    denyAssignments: (id, principalId, signal) => readDenyAssignments(arm, id, principalId, signal),
    bastions: (signal) => readBastions(arm, signal),
    addressOwners: (id, addresses, signal) => readAddressOwners(arm, id, addresses, signal),
    outboundAccess: (interfaces, signal) => readOutboundAccess(arm, interfaces, signal),
    effectiveOutboundRules: (interfaces, signal) => readEffectiveOutboundRules(arm, interfaces, signal),
  };
}
