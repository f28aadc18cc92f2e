import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { pass, remedy, skip, unknown, warn } from '../verdict';

export const rdpServerOffersEntraSignIn = defineCheck({
  id: 'rdp-server-offers-entra-sign-in',
  title: "The VM's RDP service offers sign-in with Entra ID",
  routes: ['web-account'],
  source: connectionSources.securityLayers,
  needs: ['rdpProbe'],
  dependsOn: ['rdp-port-answers'],

  judge({ rdpProbe: probe }) {
    if (probe.outcome !== 'rdp') return skip('No RDP service answered.');
    const otherwise = probe.otherSecurity === null ? '' : ` It offers ${probe.otherSecurity}.`;
    if (probe.offersEntraSignIn === null) {
      return unknown(`The RDP service gave no answer when asked for Entra ID sign-in.${otherwise}`);
    }
    if (probe.offersEntraSignIn) return pass('The RDP service accepts Entra ID sign-in (RDS AAD Auth).');
    // A gateway or relay in between may answer for the VM, so this never closes the route.
    return warn(
      `The RDP service declines Entra ID sign-in.${otherwise} The VM may not have joined, or may lack the updates of October 2022.`,
      [
        remedy.ask(
          'Please check that the VM shows AzureAdJoined : YES in dsregcmd /status, and install Windows updates.',
        ),
        remedy.do('If the sign-in fails, sign in with a password.'),
      ],
    );
  },
});
