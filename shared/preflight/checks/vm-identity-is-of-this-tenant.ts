import { defineCheck } from '../check';
import { assignSystemIdentity, whereIs } from '../commands';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy, skip, unknown } from '../verdict';

export const vmIdentityIsOfThisTenant = defineCheck({
  id: 'vm-identity-is-of-this-tenant',
  title: "The VM's identity is of its subscription's tenant",
  routes: everyRoute,
  source: sources.managedIdentities,
  needs: ['vm', 'subscription'],
  haltedBy: ['vm-runs-windows'],

  judge({ vm, subscription }) {
    const identityTenant = vm.identity?.tenantId;
    if (!identityTenant) return skip(`${vm.name} has no managed identity yet.`);
    if (!subscription.tenantId) return unknown(`The tenant of ${subscription.name} could not be read.`);
    if (identityTenant.toLowerCase() === subscription.tenantId.toLowerCase()) {
      return pass(
        `The identity of ${vm.name} and its subscription are both of the tenant ${identityTenant}.`,
      );
    }
    return fail(
      `The identity of ${vm.name} is of the tenant ${identityTenant}, its subscription of ${subscription.tenantId}. A subscription that moves to another tenant leaves its identities behind.`,
      [
        remedy.do(
          'Switch the system-assigned identity of the VM off and on again, then install the extension.',
        ),
        ...assignSystemIdentity(vm).filter(({ kind }) => kind === 'command'),
        remedy.ask(
          `Please switch the system-assigned identity of the VM ${whereIs(vm)} off and on: it is still of the tenant ${identityTenant}.`,
        ),
      ],
    );
  },
});
