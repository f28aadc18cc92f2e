import { faultOfCondition } from '../../shared/azure/query-condition';
import { type PartialListing, powerStateOf, VmId } from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import { AppError } from '../../shared/errors/app-error';
import type { ListedVm } from '../../shared/profiles/batch/listed-vm';
import type { Arm } from './arm';
import type { InventoryTenant } from './list-vms';
import { vmsForProfilesQuery } from './queries';
import { queryPages, type Row, textIn } from './resource-graph';
import { osTypeOf } from './vm-summaries';

export interface ProfileVms {
  readonly vms: readonly ListedVm[];
  /** Tenants that could not be read, or not wholly. */
  readonly partial: readonly PartialListing[];
}

/**
 * Every VM of a tenant that fits, with its tags: 1,000 a request, never one by one.
 *
 * @param condition of Resource Graph's language, as a person wrote it; null for all.
 * @throws AppError `invalid-request` for a condition that is none; `access-denied` where Resource Graph is
 *   refused: listing by subscription would not say tags and extensions in one answer.
 */
export async function listVmsForProfiles(
  arm: Arm,
  tenant: InventoryTenant,
  condition: string | null,
  onRows: (count: number, total: number) => void,
  signal: AbortSignal,
): Promise<ProfileVms> {
  const asked = {
    purpose: `listing the virtual machines of ${tenant.name} with their tags`,
    right: 'Azure Resource Graph, and Reader on the subscriptions',
    signal,
  };
  const vms: ListedVm[] = [];
  let isCutOff = false;
  for await (const page of queryPages(arm, asked, vmsForProfilesQuery(condition), badCondition)) {
    isCutOff ||= page.isCutOff;
    for (const row of page.rows) {
      const vm = listedVm(row);
      if (vm) vms.push(vm);
    }
    onRows(page.rows.length, page.total);
  }
  const because = 'Some subscriptions were left out: one query does not cover so many.';
  return { vms, partial: isCutOff ? [{ scope: tenant.id, name: tenant.name, because }] : [] };
}

/** @throws AppError `invalid-request`, before anything is asked. */
export function checkCondition(condition: string): void {
  const fault = faultOfCondition(condition);
  if (fault) throw badCondition(fault);
}

function badCondition(said: string): AppError {
  return new AppError(
    'invalid-request',
    `The filter cannot be used. ${said.replace(/[^.!?]$/, '$&.')} It is the condition of a Resource Graph query, such as tags.department =~ 'finance' and resourceGroup startswith 'rg-'.`,
  );
}

function listedVm(row: Row): ListedVm | null {
  const { data: id } = VmId.safeParse(row['id']);
  if (id === undefined) return null;
  const parts = partsOfVmId(id);
  return {
    id,
    name: textIn(row, 'name') ?? parts.name,
    computerName: textIn(row, 'computerName'),
    tenantId: textIn(row, 'tenantId'),
    subscriptionId: textIn(row, 'subscriptionId') ?? parts.subscriptionId,
    resourceGroup: textIn(row, 'resourceGroup') ?? parts.resourceGroup,
    tags: tagsIn(row['tags']),
    osType: osTypeOf(textIn(row, 'osType')),
    powerState: powerStateOf(textIn(row, 'powerState')),
    hasSystemAssignedIdentity: /SystemAssigned/i.test(textIn(row, 'identityType') ?? ''),
    loginExtension: textIn(row, 'loginExtension'),
  };
}

const none: Readonly<Record<string, string>> = {};

function tagsIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return none;
  const tags = Object.entries(value).filter((tag): tag is [string, string] => typeof tag[1] === 'string');
  return tags.length === 0 ? none : Object.fromEntries(tags);
}
