import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const wrongTenantOrGuest = defineCause({
  id: 'wrong-tenant-or-guest',

  sentenceFor({ failed, gathered }) {
    const account = valueOf(gathered, 'account')?.username ?? 'This account';
    if (failed('account-is-not-a-guest')) {
      return `${account} is a guest in the tenant of this VM, and guests cannot sign in to VMs.`;
    }
    return failed('account-is-in-the-vms-tenant')
      ? `${account} is signed in to another tenant than the one this VM belongs to.`
      : null;
  },
});
