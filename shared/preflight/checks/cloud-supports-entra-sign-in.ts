import { clouds } from '../../azure/cloud';
import { defineCheck } from '../check';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { pass } from '../verdict';

export const cloudSupportsEntraSignIn = defineCheck({
  id: 'cloud-supports-entra-sign-in',
  title: 'Sign-in to VMs with Entra ID is offered in this Azure cloud',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['cloud'],

  // All clouds we can sign in to offer it; the verdict says which endpoints follow from the choice.
  judge({ cloud }) {
    const { name, authority, arm, vmEndpoints } = clouds[cloud];
    return pass(
      `Azure ${name}: sign-in at ${hostOf(authority)}, Azure at ${hostOf(arm)}; the VM needs ${vmEndpoints.join(', ')}.`,
    );
  },
});

function hostOf(origin: string): string {
  return new URL(origin).host;
}
