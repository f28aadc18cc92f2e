import type { Command } from '../command';
import { routeIn, routeOption } from './vm-options';

export const link: Command = {
  name: 'link',
  argument: { name: '<vm>', description: 'a name, a resource id or a portal link' },
  summary: 'print a link that opens the app on a VM',
  options: [{ ...routeOption, description: 'the way to sign in that it chooses' }],
  notes: `Whoever opens it still clicks Connect: a link never starts anything.
Example: entra-rdp link ready-01 --demo --route web-account`,

  async run({ words: [name = ''], options, output, signal, services }) {
    const [{ makeConnectLink, soleTenant }, rooms] = await Promise.all([
      import('../../../shared/links/make-link'),
      services(),
    ]);
    const vm = await rooms.inventory.find(name, signal);
    const { cloud, tenants } = await rooms.session.state();
    const made = makeConnectLink({
      vmId: vm.id,
      route: routeIn(options) ?? null,
      tenantId: vm.tenantId ?? soleTenant(tenants),
      cloud,
    });
    output.answer({ link: made }, () => made);
    return 0;
  },
};
