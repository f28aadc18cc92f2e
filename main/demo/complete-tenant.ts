import { addressBook } from './address-book';
import { completeAccess } from './complete-access';
import { completeDirectory } from './complete-directory';
import { completeVm } from './complete-vm';
import { guidOf, resourceId } from './demo-ids';
import { type CompleteNetwork, networksOf } from './demo-networks';
import {
  accountsIn,
  groupsIn,
  isSame,
  listOf,
  type ReportProblem,
  referencesIn,
  rolesIn,
  subscriptionFinder,
} from './references';
import type { DemoTenantFile } from './tenant-file';

/** The whole tenant with every id, address and name filled in and every reference followed. */
export type CompleteTenant = ReturnType<typeof completeTenant>;

export function completeTenant(file: DemoTenantFile, report: ReportProblem) {
  const { domain, id, name } = file.tenant;
  const accounts = accountsIn(file);
  const groups = groupsIn(file);
  const roles = rolesIn(file);
  const subscriptions = file.subscriptions.map((subscription) => ({
    name: subscription.name,
    id: subscription.id ?? guidOf('subscription', id, subscription.name),
    tenantId: subscription.tenantId ?? id,
  }));
  const subscriptionIdOf = subscriptionFinder(subscriptions, report);
  const places = networksOf(file, subscriptionIdOf, report);
  const subnetFor = addressBook(file, places.networks, report);

  const virtualMachines = file.virtualMachines.map((vm, index) => {
    const path = ['virtualMachines', index] as const;
    return completeVm(vm, {
      tenantId: id,
      subscriptionId: subscriptionIdOf(vm.subscription, [...path, 'subscription']),
      subnetFor: (network, subnet) => subnetFor(network, subnet, [...path, 'interfaces']),
      securityGroupId: (group) => places.securityGroupId(group, [...path, 'interfaces']),
    });
  });
  const references = referencesIn({ accounts, groups, roles, subscriptions, virtualMachines }, report);

  return {
    ...file,
    ...completeAccess(file, references),
    ...completeDirectory(file, references),
    id,
    name,
    domain,
    defaultAccount: defaultAccountOf(file, report),
    accounts,
    groups,
    roles,
    subscriptions,
    networks: places.networks,
    securityGroups: places.securityGroups,
    bastions: bastionsIn(file, places.networks, report),
    virtualMachines,
  };
}

function defaultAccountOf({ accounts, defaultAccount }: DemoTenantFile, report: ReportProblem): string {
  const chosen = defaultAccount ?? accounts[0]?.username ?? '';
  if (!accounts.some(({ username }) => isSame(username, chosen))) {
    report(['defaultAccount'], `expected one of the accounts, got "${chosen}"`);
  }
  return chosen;
}

function bastionsIn(
  { bastions }: DemoTenantFile,
  networks: readonly CompleteNetwork[],
  report: ReportProblem,
) {
  return bastions.map((bastion, index) => {
    const network = networks.find(({ name }) => isSame(name, bastion.network));
    if (!network) {
      report(
        ['bastions', index, 'network'],
        `expected one of the networks ${listOf(networks)}, got "${bastion.network}"`,
      );
    }
    const subscriptionId = network?.subscriptionId ?? '';
    return {
      ...bastion,
      subscriptionId,
      location: network?.location ?? '',
      id: resourceId(subscriptionId, bastion.resourceGroup, 'Microsoft.Network/bastionHosts', bastion.name),
      networkId: network?.id ?? '',
    };
  });
}
