import { defineCheck } from '../check';
import { assignSystemIdentity } from '../commands';
import { joinChainFault } from '../join-chain';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { pass, remedy } from '../verdict';

export const vmHasSystemAssignedIdentity = defineCheck({
  id: 'vm-has-system-assigned-identity',
  title: 'The VM has a system-assigned identity',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm'],
  wants: ['vmDevices'],
  haltedBy: ['vm-runs-windows'],

  judge({ vm, vmDevices }) {
    const kinds = vm.identity?.type.split(',').map((kind) => kind.trim().toLowerCase()) ?? [];
    if (kinds.includes('systemassigned')) {
      return pass(
        `${vm.name} has a system-assigned identity${vm.identity?.principalId ? ` (${vm.identity.principalId})` : ''}.`,
      );
    }
    const instead = kinds.includes('userassigned')
      ? 'only user-assigned identities, which the join does not use'
      : 'no managed identity';
    return joinChainFault(
      `${vm.name} has ${instead}. It needs a system-assigned one to learn its tenant and to join.`,
      [
        ...assignSystemIdentity(vm),
        remedy.do('The identity comes first: install the extension AADLoginForWindows after it.'),
      ],
      vm,
      vmDevices,
    );
  },
});
