import { bastionsServing } from '../../azure/serving-bastions';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { isHostNameAlone, noBastionForHostName, unknownFor } from '../gaps';
import { bastionRoutes } from '../route';
import { type ByRoute, fail, pass, remedy, skip, warn } from '../verdict';

export const bastionServesTheVm = defineCheck({
  id: 'bastion-serves-the-vm',
  title: "An Azure Bastion serves the VM's network",
  routes: bastionRoutes,
  source: connectionSources.bastion,
  needs: [],
  wants: ['bastions', 'networkInterfaces', 'thisPc', 'vm'],

  judge({ bastions, networkInterfaces, thisPc }, _, gathered) {
    if (isHostNameAlone(gathered)) return noBastionForHostName;
    if (!bastions || !networkInterfaces) {
      return unknownFor(gathered, ['bastions', 'networkInterfaces'], "The VM's network could not be read.");
    }
    const serving = bastionsServing(networkInterfaces, bastions);
    // Nothing is wrong with a VM without Bastion: the route is simply not offered.
    if (!serving.length) {
      return skip("No Azure Bastion that you can see stands in the VM's network or in one peered with it.");
    }
    // Bastion's file opens in the Windows client alone, so elsewhere only the browser is on offer.
    const byRoute: ByRoute | undefined =
      thisPc && thisPc.os !== 'windows' ? { 'bastion-client': 'skip' } : undefined;
    const ready = serving.find(({ provisioningState }) => provisioningState === 'Succeeded');
    if (ready) return pass(`Azure Bastion ${ready.name} serves the VM's network.`, byRoute);

    const states = serving.map(
      ({ name, provisioningState }) => `${name} is ${provisioningState ?? 'of unknown state'}`,
    );
    const found = `Azure Bastion does not stand ready: ${states.join(', ')}.`;
    const remedies = [remedy.ask(`Please look at the provisioning of Azure Bastion: ${states.join(', ')}.`)];
    const hasFailed = serving.every(({ provisioningState }) => provisioningState === 'Failed');
    return hasFailed ? fail(found, remedies, byRoute) : warn(found, remedies, byRoute);
  },
});
