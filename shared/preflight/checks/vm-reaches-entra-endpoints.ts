import { clouds } from '../../azure/cloud';
import { ruleThatBlocksEntra } from '../../azure/outbound';
import type { VirtualMachine } from '../../azure/virtual-machine';
import { currentDeviceOf } from '../../entra/vm-device';
import { defineCheck } from '../check';
import { whereIs } from '../commands';
import type { Facts } from '../fact';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy, unknown, type Verdict, warn } from '../verdict';

export const vmReachesEntraEndpoints = defineCheck({
  id: 'vm-reaches-entra-endpoints',
  title: 'The VM reaches Entra ID',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm', 'outboundAccess'],
  wants: ['vmDevices', 'cloud'],
  late: ['effectiveOutboundRules'],
  haltedBy: ['vm-runs-windows'],

  judge({ vm, outboundAccess, effectiveOutboundRules, vmDevices, cloud = 'global' }) {
    const endpoints = clouds[cloud].vmEndpoints;
    const { isPrivateSubnet, hasEgress } = outboundAccess;
    const rule = ruleThatBlocksEntra(effectiveOutboundRules ?? outboundAccess.rules);
    if (rule) {
      const found = `The rule ${rule.name} (priority ${rule.priority}) of ${rule.group} denies ${vm.name} the way out on TCP 443.`;
      return faultOf(found, vm, vmDevices, endpoints);
    }
    if (isPrivateSubnet && hasEgress === false) {
      return faultOf(
        `${vm.name} is in a private subnet that has no way out to the internet.`,
        vm,
        vmDevices,
        endpoints,
      );
    }
    if (isPrivateSubnet && hasEgress === null) {
      return unknown(`${vm.name} is in a private subnet, and whether it has a way out could not be read.`);
    }
    const kind = effectiveOutboundRules ? 'security rule in effect' : 'security rule';
    return pass(
      `No ${kind} keeps ${vm.name} from ${endpoints.join(', ')}. Firewalls and DNS inside the network are not seen from here.`,
    );
  },
});

/** A VM that has no device never got through; one that has may have been let out then, or by a proxy. */
function faultOf(
  found: string,
  vm: VirtualMachine,
  devices: Facts['vmDevices'] | undefined,
  endpoints: readonly string[],
): Verdict {
  const remedies = [
    remedy.ask(`Please let the VM ${whereIs(vm)} reach ${endpoints.join(', ')} on TCP 443.`),
    remedy.do(
      'A security group knows the addresses as the service tag AzureActiveDirectory; a private subnet needs a NAT gateway or a firewall for its way out.',
    ),
  ];
  return devices && !currentDeviceOf(vm, devices)
    ? fail(`${found} It has not joined Entra ID.`, remedies)
    : warn(`${found} Sign-in and renewing the join need it.`, remedies);
}
