import { defineCheck } from '../check';
import { unknownFor } from '../gaps';
import { sources } from '../sources';
import { fail, pass, remedy, unknown } from '../verdict';

export const pcIsInTheVmsTenant = defineCheck({
  id: 'pc-is-in-the-vms-tenant',
  title: "This PC belongs to the VM's tenant",
  routes: ['password'],
  source: sources.signInToVm,
  needs: ['pcJoin'],
  wants: ['vm', 'subscription'],
  dependsOn: ['pc-is-joined-or-registered'],
  // An identity that a moved subscription left behind names the wrong tenant.
  haltedBy: ['vm-identity-is-of-this-tenant'],

  judge({ pcJoin, vm, subscription }, _, gathered) {
    const tenant = vm?.identity?.tenantId ?? subscription?.tenantId;
    if (!tenant) return unknownFor(gathered, ['vm', 'subscription'], "The VM's tenant could not be read.");

    const own = [...(pcJoin.tenantId === null ? [] : [pcJoin.tenantId]), ...pcJoin.workAccountTenantIds];
    if (!own.length) return unknown('Windows does not say which tenant this PC belongs to.');
    if (own.some((id) => id.toLowerCase() === tenant.toLowerCase())) {
      return pass(`This PC and the VM belong to tenant ${tenant}.`);
    }
    return fail(`This PC belongs to tenant ${own.join(' and ')}, the VM to ${tenant}.`, [
      remedy.do("Add a work account of the VM's tenant in Settings > Accounts > Access work or school."),
      remedy.do('Or sign in with a web account, for which this PC may belong anywhere.'),
    ]);
  },
});
