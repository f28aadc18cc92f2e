import type { NetworkInterface as NetworkInterfaceModel } from '@azure/arm-network';
import type { NetworkInterface } from '../../shared/azure/virtual-machine';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import { partsOfResourceId } from './resource-id';
import { textOf } from './virtual-machines';

/** One request an interface, at once, with its public addresses. */
export function readNetworkInterfaces(
  arm: Arm,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<NetworkInterface[]> {
  return Promise.all(ids.map((id) => readNetworkInterface(arm, id, signal)));
}

async function readNetworkInterface(arm: Arm, id: string, signal: AbortSignal): Promise<NetworkInterface> {
  const { subscriptionId, resourceGroup, names } = partsOfResourceId(id);
  const [name = ''] = names;
  const asked = {
    purpose: `reading the network interface ${name}`,
    right: `Reader on the network interface ${name}`,
    signal,
  };
  const model = await callArm(asked, async (abortSignal) => {
    const client = await arm.network(subscriptionId);
    return client.networkInterfaces.get(resourceGroup, name, {
      expand: 'ipConfigurations/publicIPAddress',
      abortSignal,
    });
  });
  return networkInterfaceOf(id, model);
}

function networkInterfaceOf(id: string, model: NetworkInterfaceModel): NetworkInterface {
  const configurations = model.ipConfigurations ?? [];
  const publicIps = configurations.flatMap(({ publicIPAddress }) => publicIPAddress ?? []);
  return {
    id: model.id ?? id,
    privateAddresses: configurations.flatMap(({ privateIPAddress }) => textOf(privateIPAddress) ?? []),
    publicAddresses: publicIps.flatMap(({ ipAddress }) => textOf(ipAddress) ?? []),
    publicNames: publicIps.flatMap(({ dnsSettings }) => textOf(dnsSettings?.fqdn) ?? []),
    subnetId: configurations.map(({ subnet }) => textOf(subnet?.id)).find((found) => found !== null) ?? null,
    networkSecurityGroupId: textOf(model.networkSecurityGroup?.id),
    dnsSuffix: textOf(model.dnsSettings?.internalDomainNameSuffix),
    isBehindLoadBalancer: configurations.some(
      ({ loadBalancerBackendAddressPools }) => (loadBalancerBackendAddressPools ?? []).length > 0,
    ),
  };
}
