import { isExternal } from '../../entra/account';
import { defineCheck } from '../check';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy, warn } from '../verdict';

export const accountIsNotAGuest = defineCheck({
  id: 'account-is-not-a-guest',
  title: "The account belongs to the VM's tenant, not as a guest",
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['account'],

  judge({ account }) {
    const { username, userType, tenantId, homeTenantId } = account;
    if (userType === 'Guest' || (userType === null && hasNameOfGuest(username))) {
      return fail(`${username} is a guest in the tenant ${tenantId}. Guests cannot sign in to Azure VMs.`, [
        remedy.do('Sign in with an account that was made in this tenant.'),
        remedy.ask(
          `Please give me a member account in the tenant ${tenantId}; guests cannot sign in to VMs.`,
        ),
      ]);
    }
    if (!isExternal(account)) return pass(`${username} is at home in the tenant ${tenantId}.`);
    const found =
      userType === null
        ? `${username} is at home in another tenant (${homeTenantId}); whether it is a guest here could not be read.`
        : `${username} is a member here, but at home in another tenant (${homeTenantId}).`;
    return warn(`${found} Microsoft only says that guests cannot sign in to VMs.`, [
      remedy.do('If sign-in fails, use an account that was made in this tenant.'),
    ]);
  },
});

/** The name Entra ID gives an invited account: `ada_fabrikam.example#EXT#@contoso.example`. */
function hasNameOfGuest(username: string): boolean {
  return /#EXT#/i.test(username);
}
