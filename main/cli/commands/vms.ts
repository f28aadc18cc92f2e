import type { VmSummary } from '../../../shared/azure/virtual-machine';
import type { Command } from '../command';
import { vmTable } from '../text/vm-table';

export const vms: Command = {
  name: 'vms',
  summary: 'list the VMs you can see',
  options: [
    {
      flags: '--filter <text>',
      description: 'only VMs whose name, computer name, group or address holds this',
    },
  ],
  notes: 'Example: entra-rdp vms --demo --filter ready',

  async run({ options, output, signal, services }) {
    const found: VmSummary[] = [];
    const { inventory } = await services();
    const { asOf, partial } = await inventory.list((page, soFar, total) => {
      found.push(...page);
      output.progress(`${soFar}${total === null ? '' : ` of ${total}`}, still listing`);
    }, signal);
    output.progress('');

    const listed = found.filter(matching(options.text('filter') ?? ''));
    output.answer({ asOf, partial, vms: listed }, () => vmTable(listed, output.paint));
    for (const { name, scope, because } of partial)
      output.note(`Not all was read: ${name ?? scope}: ${because}`);
    return 0;
  },
};

function matching(filter: string): (vm: VmSummary) => boolean {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ name, computerName, resourceGroup, location, powerState, privateIps, publicIps }) => {
    const text = [
      name,
      computerName,
      resourceGroup,
      location,
      powerState,
      ...(privateIps ?? []),
      ...(publicIps ?? []),
    ]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}
