import type { PartialListing } from '../../shared/azure/virtual-machine';
import { isAppError } from '../../shared/errors/app-error';
import type { Arm } from './arm';
import { listVmsBySubscription } from './list-vms-by-subscription';
import { subscriptionNamesQuery, vmListQuery } from './queries';
import { queryPages, queryRows, textIn } from './resource-graph';
import { createSummaries, type OnRows } from './vm-summaries';

export interface InventoryTenant {
  readonly id: string;
  readonly name: string;
}

const right = 'Reader on the subscriptions';

/**
 * The VMs of one tenant, by Resource Graph: a page of 1,000 a request. Where that is refused, subscription by
 * subscription through Resource Manager, and the answer says so.
 *
 * @returns the parts that could not be read.
 * @throws AppError when nothing of the tenant could be read.
 */
export async function listVms(
  arm: Arm,
  tenant: InventoryTenant,
  onRows: OnRows,
  signal: AbortSignal,
): Promise<readonly PartialListing[]> {
  try {
    return await listByResourceGraph(arm, tenant, onRows, signal);
  } catch (error) {
    if (!isAppError(error) || !['access-denied', 'not-found'].includes(error.code)) throw error;
    const partial = await listVmsBySubscription(arm, onRows, signal);
    const because = `Azure Resource Graph was refused, so the list was read subscription by subscription and may be slow. ${error.message}`;
    return [{ scope: tenant.id, name: tenant.name, because }, ...partial];
  }
}

async function listByResourceGraph(
  arm: Arm,
  tenant: InventoryTenant,
  onRows: OnRows,
  signal: AbortSignal,
): Promise<readonly PartialListing[]> {
  const asked = { purpose: `listing the virtual machines of ${tenant.name}`, right, signal };
  const namesAsked = readSubscriptionNames(arm, signal);
  let isCutOff = false;
  let summariesOf: ReturnType<typeof createSummaries> | null = null;
  for await (const page of queryPages(arm, asked, vmListQuery)) {
    summariesOf ??= createSummaries(await namesAsked);
    isCutOff ||= page.isCutOff;
    onRows(summariesOf(page.rows), page.total);
  }
  return isCutOff
    ? [
        {
          scope: tenant.id,
          name: tenant.name,
          because: 'Some subscriptions were left out: one query does not cover so many.',
        },
      ]
    : [];
}

/** A subscription without its name is still a subscription: this never fails. */
export async function readSubscriptionNames(
  arm: Arm,
  signal: AbortSignal,
): Promise<(id: string) => string | null> {
  const asked = { purpose: 'reading the names of the subscriptions', right, signal };
  const rows = await queryRows(arm, asked, subscriptionNamesQuery).catch(() => []);
  const names = new Map(
    rows.map((row) => [textIn(row, 'subscriptionId')?.toLowerCase() ?? '', textIn(row, 'name')]),
  );
  return (id) => names.get(id.toLowerCase()) ?? null;
}
