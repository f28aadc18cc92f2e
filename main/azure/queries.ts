import { isIP } from 'node:net';

/**
 * The Resource Graph queries this product sends. Each begins with a comment line `// entra-rdp: <name>`, so that
 * an operator who looks at a tenant's logs, or the demo Azure that answers them, can tell which one it is.
 *
 * All project `id` and are ordered by it: paging by skip token is stable only then. A query may hold at most
 * three joins. What the caller may not read is left out silently, so an empty join means "not read", not "none".
 */

const loginExtensionJoin = `| join kind=leftouter (
    resources
    | where type =~ 'microsoft.compute/virtualmachines/extensions'
    | where tostring(properties.publisher) =~ 'Microsoft.Azure.ActiveDirectory'
        and tostring(properties.type) =~ 'AADLoginForWindows'
    | extend vmKey = tolower(substring(id, 0, indexof(tolower(id), '/extensions/')))
    | summarize extensionStates = make_set(tostring(properties.provisioningState)) by vmKey
  ) on vmKey`;

const virtualMachineColumns = `
| extend vmKey = tolower(id)
| join kind=leftouter (
    resources
    | where type =~ 'microsoft.network/networkinterfaces' and isnotempty(properties.virtualMachine.id)
    | mv-expand configuration = properties.ipConfigurations
    | extend vmKey = tolower(tostring(properties.virtualMachine.id)),
        privateIp = tostring(configuration.properties.privateIPAddress),
        publicIpId = tolower(tostring(configuration.properties.publicIPAddress.id))
    | join kind=leftouter (
        resources
        | where type =~ 'microsoft.network/publicipaddresses'
        | project publicIpId = tolower(id), readPublicIpId = id, publicIp = tostring(properties.ipAddress)
      ) on publicIpId
    | summarize privateIps = make_set(privateIp), publicIps = make_set(publicIp),
        unreadPublicIps = countif(isnotempty(publicIpId) and isempty(readPublicIpId)) by vmKey
  ) on vmKey
${loginExtensionJoin}
| project id, name, subscriptionId, tenantId, resourceGroup, location,
    computerName = tostring(properties.osProfile.computerName),
    osType = tostring(properties.storageProfile.osDisk.osType),
    osName = tostring(properties.extended.instanceView.osName),
    osVersion = tostring(properties.extended.instanceView.osVersion),
    powerState = tostring(properties.extended.instanceView.powerState.code),
    identityType = tostring(identity.type),
    privateIps, publicIps, unreadPublicIps, loginExtension = tostring(extensionStates[0])
| order by id asc`;

/**
 * Every VM with its addresses and its login extension: 1,000 rows a page.
 *
 * Columns: `id`, `name`, `subscriptionId`, `tenantId`, `resourceGroup`, `location` (strings); `computerName`,
 * `osType` (`Windows`, `Linux`), `osName`, `osVersion`, `powerState` (`PowerState/running`), `identityType`
 * (`SystemAssigned, UserAssigned`), `loginExtension` (its provisioning state) (strings, `''` or null without);
 * `privateIps`, `publicIps` (arrays of strings, null when no interface could be read; may hold `''`);
 * `unreadPublicIps` (number of public addresses named by an interface and not readable, null without interfaces).
 */
export const vmListQuery = `// entra-rdp: vm-list
resources
| where type =~ 'microsoft.compute/virtualmachines'${virtualMachineColumns}`;

/** The VMs that carry a name, as resource or as computer name, without letter case. Columns: as `vm-list`. */
export function vmNamedQuery(name: string): string {
  const literal = literalOf(name);
  return `// entra-rdp: vm-named
resources
| where type =~ 'microsoft.compute/virtualmachines'
| where name =~ ${literal} or tostring(properties.osProfile.computerName) =~ ${literal}${virtualMachineColumns}`;
}

/**
 * Every VM with what a file for it must know, its tags among it: 1,000 rows a page.
 *
 * Columns: as `vm-list` without addresses and versions, and `tags` (an object of texts, null without).
 *
 * @param condition of a `where`, which `faultOfCondition` found no fault in; null for all.
 */
export function vmsForProfilesQuery(condition: string | null): string {
  const filter = condition === null ? '' : `\n| where (\n${condition}\n)`;
  return `// entra-rdp: vms-for-profiles
resources
| where type =~ 'microsoft.compute/virtualmachines'${filter}
| extend vmKey = tolower(id)
${loginExtensionJoin}
| project id, name, subscriptionId, tenantId, resourceGroup, tags,
    computerName = tostring(properties.osProfile.computerName),
    osType = tostring(properties.storageProfile.osDisk.osType),
    powerState = tostring(properties.extended.instanceView.powerState.code),
    identityType = tostring(identity.type), loginExtension = tostring(extensionStates[0])
| order by id asc`;
}

/**
 * Every Bastion, and every virtual network that is peered with another, in one answer.
 *
 * Columns: `id`, `name`, `type` (lower-cased resource type); of a Bastion `sku`, `allowsTunneling`,
 * `allowsIpConnect` (booleans or null), `provisioningState`, `subnetId` (of its first address configuration),
 * `networkId` (of the Developer SKU, which has no subnet); of a network `peerings`, its `virtualNetworkPeerings`
 * as ARM writes them (`properties.remoteVirtualNetwork.id`, `properties.peeringState`).
 */
export const bastionsAndPeeringsQuery = `// entra-rdp: bastions-and-peerings
resources
| where type =~ 'microsoft.network/bastionhosts'
    or (type =~ 'microsoft.network/virtualnetworks' and array_length(properties.virtualNetworkPeerings) > 0)
| project id, name, type = tolower(type), sku = tostring(sku.name),
    allowsTunneling = tobool(properties.enableTunneling), allowsIpConnect = tobool(properties.enableIpConnect),
    provisioningState = tostring(properties.provisioningState),
    subnetId = tostring(properties.ipConfigurations[0].properties.subnet.id),
    networkId = tostring(properties.virtualNetwork.id),
    peerings = properties.virtualNetworkPeerings
| order by id asc`;

/**
 * Which VMs own one of the addresses, private or public.
 *
 * The addresses stand in one clause: `| where address in ('10.0.0.4', '10.0.0.5')`.
 * Columns: `id` (of the network interface), `vmId`, `address`.
 */
export function addressOwnersQuery(addresses: readonly string[]): string {
  const literals = addresses.filter((address) => isIP(address) !== 0).map((address) => `'${address}'`);
  return `// entra-rdp: address-owners
resources
| where type =~ 'microsoft.network/networkinterfaces' and isnotempty(properties.virtualMachine.id)
| mv-expand configuration = properties.ipConfigurations
| extend vmId = tostring(properties.virtualMachine.id),
    privateIp = tostring(configuration.properties.privateIPAddress),
    publicIpId = tolower(tostring(configuration.properties.publicIPAddress.id))
| join kind=leftouter (
    resources
    | where type =~ 'microsoft.network/publicipaddresses'
    | project publicIpId = tolower(id), publicIp = tostring(properties.ipAddress)
  ) on publicIpId
| mv-expand address = pack_array(privateIp, publicIp) to typeof(string)
| where address in (${literals.join(', ')})
| project id, vmId, address
| order by id asc`;
}

/** Names of the subscriptions. Columns: `id`, `subscriptionId`, `name`, `tenantId`, `state`. */
export const subscriptionNamesQuery = `// entra-rdp: subscription-names
resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
| project id, subscriptionId, name, tenantId, state = tostring(properties.state)
| order by id asc`;

// Kusto reads JSON's escapes in a double-quoted literal, so no name can end it.
function literalOf(text: string): string {
  return JSON.stringify(text);
}
