import { bastionsServing } from '../../azure/serving-bastions';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import type { Fact } from '../fact';
import { isHostNameAlone, noBastionForHostName, problemOf, unknownFor } from '../gaps';
import { bastionRoutes } from '../route';
import { pass, skip, unknown } from '../verdict';

const names = {
  vm: 'the VM',
  networkInterfaces: 'its network interface',
  bastions: 'Azure Bastion',
} as const satisfies Partial<Record<Fact, string>>;

export const bastionRights = defineCheck({
  id: 'bastion-rights',
  title: 'You may read what Azure Bastion connects through',
  routes: bastionRoutes,
  source: connectionSources.bastion,
  needs: [],
  wants: ['vm', 'networkInterfaces', 'bastions', 'account'],
  haltedBy: ['bastion-serves-the-vm'],

  judge({ networkInterfaces, bastions, account }, _, gathered) {
    if (isHostNameAlone(gathered)) return noBastionForHostName;
    const unread = (['vm', 'networkInterfaces', 'bastions'] as const).filter((fact) =>
      problemOf(gathered, fact),
    );
    if (unread.length || !networkInterfaces || !bastions) {
      const missing = unread.flatMap((fact) => problemOf(gathered, fact)?.missing ?? []);
      return unknown(
        `Azure Bastion needs you to read the VM, its network interface and Bastion; not read: ${unread.map((fact) => names[fact]).join(', ')}.`,
        [...new Set(missing)].join('; ') || undefined,
      );
    }
    const [host] = bastionsServing(networkInterfaces, bastions);
    if (!host) return skip("No Azure Bastion serves the VM's network.");
    // Whoever looked for somebody else could read it; whether that person may is not seen by that.
    if (!account) return unknownFor(gathered, ['account'], 'Whose rights would count is not known.');
    if (account.readBy !== undefined) {
      return unknown(
        `What ${account.username} may read was not seen: Azure was read with the rights of ${account.readBy}.`,
      );
    }
    return pass(`You can read the VM, its network interface and Azure Bastion ${host.name}.`);
  },
});
