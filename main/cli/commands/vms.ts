import type { PartialListing, VmSummary } from '../../../shared/azure/virtual-machine';
import { AppError } from '../../../shared/errors/app-error';
import type { Command, CommandContext } from '../command';
import { whenListed } from '../text/last-list-text';
import { isOffline, withLastListNamed } from './last-list';

export const vms: Command = {
  name: 'vms',
  summary: 'list the VMs you can see',
  options: [
    {
      flags: '--filter <text>',
      description: 'only VMs whose name, computer name, group or address holds this',
    },
    {
      flags: '--saved',
      description: 'the list as it was read last, without asking Azure: for when it cannot be reached',
    },
  ],
  notes: `Examples: entra-rdp vms --demo --filter ready
          entra-rdp vms --saved`,

  async run(context) {
    const { options, output } = context;
    const isSaved = options.flag('saved');
    const { asOf, partial, vms: found } = await (isSaved ? savedList(context) : liveList(context));
    const { vmTable } = await import('../text/vm-table');
    const listed = found.filter(matching(options.text('filter') ?? ''));
    output.answer({ asOf, partial, ...(isSaved && { saved: true }), vms: listed }, () =>
      [
        ...(isSaved
          ? [`The list of ${whenListed({ asOf })}, as it was saved. Azure was not asked.`, '']
          : []),
        vmTable(listed, output.paint),
      ].join('\n'),
    );
    for (const { name, scope, because } of partial)
      output.note(`Not all was read: ${name ?? scope}: ${because}`);
    return 0;
  },
};

interface Listed {
  readonly asOf: string;
  readonly partial: readonly PartialListing[];
  readonly vms: readonly VmSummary[];
}

/** @throws AppError that names the last list, where there is one and Azure cannot be reached. */
async function liveList({ output, signal, services }: CommandContext): Promise<Listed> {
  const found: VmSummary[] = [];
  const rooms = await services();
  try {
    const { asOf, partial } = await rooms.inventory.list((page, soFar, total) => {
      found.push(...page);
      output.progress(`${soFar}${total === null ? '' : ` of ${total}`}, still listing`);
    }, signal);
    return { asOf, partial, vms: found };
  } catch (error) {
    throw isOffline(error) ? await withLastListNamed(error, rooms, signal) : error;
  } finally {
    output.progress('');
  }
}

/** @throws AppError `not-found` where none was saved; `unreadable`. */
async function savedList({ signal, services }: CommandContext): Promise<Listed> {
  const found: VmSummary[] = [];
  const { lastList } = await services();
  const head = await lastList.read((some) => void found.push(...some), signal);
  if (head) return { asOf: head.asOf, partial: head.partial, vms: found };
  throw new AppError(
    'not-found',
    'No list was saved on this PC yet, or signing out took it along. entra-rdp vms reads it and saves it.',
  );
}

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
