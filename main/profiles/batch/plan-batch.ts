import { AppError } from '../../../shared/errors/app-error';
import type { ListRow } from '../../../shared/profiles/batch/list-row';
import type { ListedVm } from '../../../shared/profiles/batch/listed-vm';
import { planRows } from '../../../shared/profiles/batch/plan-rows';
import type { PlannedRow } from '../../../shared/profiles/batch/planned-row';
import { createRecipes } from '../../../shared/profiles/batch/recipes';
import { createVmIndex } from '../../../shared/profiles/batch/vm-index';
import type { BatchLayout, BatchOptions, BatchSource } from '../../../shared/profiles/batch-view';
import { chosenTemplate } from '../../../shared/profiles/chosen-template';
import type { Inventory } from '../../azure/inventory';
import type { Library } from '../library';
import { ownNames } from './own-files';
import { parseList } from './parse-list';

/** What a batch asks of the rooms around it. */
export interface BatchRooms {
  readonly inventory: Pick<Inventory, 'forProfiles'>;
  readonly library: () => Promise<Pick<Library, 'contents'>>;
}

/** A list, judged: nothing is written yet. */
export interface Batch {
  readonly rows: readonly PlannedRow[];
  readonly layout: BatchLayout;
  readonly notes: readonly string[];
}

interface Progress {
  readonly signal: AbortSignal;
  readonly onListed?: (soFar: number, total: number) => void;
}

/**
 * Reads a list or asks for the VMs that fit a filter, and judges every row.
 *
 * @throws AppError `invalid-request` for a list or a filter that cannot be used, without waiting for Azure; as
 *   the inventory and the library do.
 */
export async function planBatch(
  source: BatchSource,
  options: BatchOptions,
  { inventory, library }: BatchRooms,
  { signal, onListed = () => undefined }: Progress,
): Promise<Batch> {
  const condition = source.kind === 'filter' ? source.filter : null;
  const isOver = new AbortController();
  const listing = inventory.forProfiles(condition, onListed, AbortSignal.any([signal, isOver.signal]));
  // Its failure is told when it is awaited, which a wrong list or template comes before.
  listing.catch(() => undefined);
  try {
    const contents = await (await library()).contents();
    // While Azure answers: a long list takes as long to read as a page of its answer.
    const list = source.kind === 'csv' ? parseList(source.text) : null;
    const templates = contents.templates.map(({ entry }) => entry);
    const template = options.template === null ? null : chosenTemplate(options.template, templates).id;
    const { vms, partial } = await listing;
    const notRead = partial.map(({ because, name, scope }) => `${name ?? scope} was not read: ${because}`);
    if (!list && vms.length === 0) throw nothingFits(condition ?? '', notRead);

    const rows = planRows(list?.rows ?? rowsOf(vms, options.users), {
      vms: createVmIndex(vms, notRead.length > 0 ? notRead.join(' ') : null),
      recipeFor: createRecipes(templates),
      template,
      route: options.route,
      layout: options.layout,
      reserved: ownNames,
    });
    return {
      rows: list ? rows : rows.map((row) => ({ ...row, vm: row.vmName ?? row.vm })),
      layout: options.layout,
      notes: [
        ...(source.kind === 'csv' ? (source.notes ?? []) : []),
        ...(list?.notes ?? []),
        ...notRead,
        ...unusable(contents.problems.length),
        ...new Set(rows.flatMap(({ make }) => make?.recipe.notes ?? [])),
      ],
    };
  } finally {
    isOver.abort();
  }
}

function unusable(files: number): string[] {
  if (files === 0) return [];
  const which = files === 1 ? '1 file' : `${files} files`;
  return [`${which} of the library could not be used: entra-rdp library check says why.`];
}

/** A row for each VM, or for each VM and user. */
function rowsOf(vms: readonly ListedVm[], users: readonly string[]): ListRow[] {
  const of = users.length > 0 ? users : [null];
  return vms
    .flatMap(({ id }) => of.map((user) => ({ id, user })))
    .map(({ id, user }, index) => ({
      line: index + 1,
      vm: id,
      user,
      route: null,
      template: null,
      out: null,
      address: null,
      port: null,
      given: [],
      problem: null,
    }));
}

function nothingFits(condition: string, notRead: readonly string[]): AppError {
  const sentences = [`No virtual machine that your account sees fits the filter ${condition}.`, ...notRead];
  return new AppError('not-found', sentences.join(' '), { help: 'azure-read-access' });
}
