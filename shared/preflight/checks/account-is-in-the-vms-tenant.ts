import { defineCheck } from '../check';
import type { Facts } from '../fact';
import { unknownFor } from '../gaps';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy } from '../verdict';

export const accountIsInTheVmsTenant = defineCheck({
  id: 'account-is-in-the-vms-tenant',
  title: "The account is signed in to the VM's tenant",
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['account'],
  wants: ['vm', 'subscription'],

  judge({ account, vm, subscription }, _, gathered) {
    const tenant = tenantOfVm(vm, subscription);
    if (!tenant) {
      return unknownFor(gathered, ['vm', 'subscription'], "The VM's tenant could not be read.");
    }
    if (isSameTenant(tenant.id, account.tenantId)) {
      return pass(`${account.username} is signed in to ${tenant.id}, the tenant of the VM's ${tenant.of}.`);
    }
    // The subscription moved here and left the identity behind: nothing an account could mend.
    if (isSameTenant(subscription?.tenantId, account.tenantId)) {
      return {
        status: 'skip',
        because: `because the VM's ${tenant.of} is still of ${tenant.id}, while its subscription is of your tenant.`,
        blockedBy: 'vm-identity-is-of-this-tenant',
      };
    }
    return fail(
      `${account.username} is signed in to the tenant ${account.tenantId}, but the VM's ${tenant.of} belongs to ${tenant.id}.`,
      [
        remedy.do(`Sign in with an account of the tenant ${tenant.id}.`),
        remedy.ask(`Please give me a member account in the tenant ${tenant.id}.`),
      ],
    );
  },
});

/** A VM joins the tenant of its identity; without one it would join that of its subscription. */
function tenantOfVm(
  vm: Facts['vm'] | undefined,
  subscription: Facts['subscription'] | undefined,
): { id: string; of: string } | null {
  if (vm?.identity?.tenantId) return { id: vm.identity.tenantId, of: 'managed identity' };
  return subscription?.tenantId ? { id: subscription.tenantId, of: 'subscription' } : null;
}

function isSameTenant(a: string | null | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}
