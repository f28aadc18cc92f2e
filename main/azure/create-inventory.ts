import type { TokenCredential } from '@azure/core-auth';
import type { PartialListing, VmSummary } from '../../shared/azure/virtual-machine';
import { AppError, isAppError } from '../../shared/errors/app-error';
import { type Arm, createArm } from './arm';
import type { Endpoint } from './endpoint';
import { carriesName, type FoundVm, notFound, onlyOne, readVmsNamed, vmReferredTo } from './find-vm';
import type { Inventory } from './inventory';
import { type InventoryTenant, listVms, readSubscriptionNames } from './list-vms';
import { checkCondition, listVmsForProfiles, type ProfileVms } from './list-vms-for-profiles';

export interface InventorySources {
  readonly endpoint: Endpoint;
  /** The tenants signed in to. @throws AppError `sign-in-required` when nobody is. */
  readonly tenants: () => Promise<readonly InventoryTenant[]>;
  readonly credentialFor: (tenantId: string) => TokenCredential;
}

/** The VMs of all tenants the account is signed in to. Nothing is kept: whoever asks holds the rows. */
export function createInventory(sources: InventorySources): Inventory {
  // Clients keep their tokens, so a new sign-in must never meet old ones.
  const openTenants = async () => {
    const tenants = await sources.tenants();
    return tenants.map((tenant) => ({
      tenant,
      arm: createArm(sources.endpoint, sources.credentialFor(tenant.id)),
    }));
  };
  return {
    list: async (onPage, signal) => list(await openTenants(), onPage, signal),
    async forProfiles(condition, onProgress, signal) {
      if (condition !== null) checkCondition(condition);
      return listForProfiles(await openTenants(), condition, onProgress, signal);
    },
    find: async (text, signal) => vmReferredTo(text) ?? findByName(text, await openTenants(), signal),
  };
}

interface OpenTenant {
  readonly tenant: InventoryTenant;
  readonly arm: Arm;
}

async function list(
  tenants: readonly OpenTenant[],
  onPage: Parameters<Inventory['list']>[0],
  signal: AbortSignal,
): ReturnType<Inventory['list']> {
  const asOf = new Date().toISOString();
  const totals = new Map<string, number | null>();
  const sum = () => {
    const known = tenants.map(({ tenant }) => totals.get(tenant.id) ?? null);
    return known.reduce((all, one) => (all === null || one === null ? null : all + one), 0);
  };
  let soFar = 0;
  const outcomes = await Promise.all(
    tenants.map(({ arm, tenant }) =>
      orFailure(
        listVms(
          arm,
          tenant,
          (vms, total) => {
            totals.set(tenant.id, total);
            soFar += vms.length;
            onPage(vms, soFar, sum());
          },
          signal,
        ),
      ).then((outcome) => {
        if (isAppError(outcome)) totals.set(tenant.id, 0);
        return outcome;
      }),
    ),
  );
  const failures = outcomes.filter(isAppError);
  if (failures[0] && failures.length === tenants.length) throw failures[0];
  const partial = outcomes.flatMap((outcome, index) =>
    isAppError(outcome) ? unreadTenant(tenants[index]?.tenant, outcome) : outcome,
  );
  return { asOf, total: soFar, partial };
}

async function listForProfiles(
  tenants: readonly OpenTenant[],
  condition: string | null,
  onProgress: (soFar: number, total: number) => void,
  signal: AbortSignal,
): Promise<ProfileVms> {
  const totals = new Map<string, number>();
  let soFar = 0;
  const outcomes = await Promise.all(
    tenants.map(({ arm, tenant }) => {
      const onRows = (count: number, total: number): void => {
        totals.set(tenant.id, total);
        soFar += count;
        onProgress(
          soFar,
          [...totals.values()].reduce((sum, one) => sum + one, 0),
        );
      };
      return orFailure(listVmsForProfiles(arm, tenant, condition, onRows, signal));
    }),
  );
  const failures = outcomes.filter(isAppError);
  const refused = failures.find(({ code }) => code === 'invalid-request') ?? failures[0];
  if (refused && (failures.length === tenants.length || refused.code === 'invalid-request')) throw refused;
  return {
    vms: outcomes.flatMap((outcome) => (isAppError(outcome) ? [] : outcome.vms)),
    partial: outcomes.flatMap((outcome, index) =>
      isAppError(outcome) ? unreadTenant(tenants[index]?.tenant, outcome) : outcome.partial,
    ),
  };
}

/** One tenant's failure never hides another; being cancelled, or a bug, ends them all. */
function orFailure<T>(work: Promise<T>): Promise<T | AppError> {
  return work.catch((error: unknown) => {
    if (isAppError(error) && error.code !== 'cancelled') return error;
    throw error;
  });
}

function unreadTenant(tenant: InventoryTenant | undefined, { message }: AppError): PartialListing {
  return { scope: tenant?.id ?? '', name: tenant?.name ?? null, because: message };
}

async function findByName(
  name: string,
  tenants: readonly OpenTenant[],
  signal: AbortSignal,
): Promise<FoundVm> {
  const outcomes = await Promise.all(
    tenants.map(({ arm }) =>
      orFailure(Promise.all([readVmsNamed(arm, name, signal), readSubscriptionNames(arm, signal)])),
    ),
  );
  const named = outcomes.flatMap((outcome) => {
    if (isAppError(outcome)) return [];
    const [vms, nameOfSubscription] = outcome;
    return vms.map((vm) => ({ ...vm, subscriptionName: nameOfSubscription(vm.subscriptionId) }));
  });
  const found = onlyOne(name, named);
  if (found) return found;

  // Either there is none, and near names are worth the whole list, or Resource Graph would not answer.
  const all: VmSummary[] = [];
  await list(
    tenants,
    (vms) => {
      for (const vm of vms) all.push(vm);
    },
    signal,
  );
  const listed = onlyOne(
    name,
    all.filter((vm) => carriesName(vm, name)),
  );
  if (listed) return listed;
  throw notFound(
    name,
    all,
    tenants.map(({ tenant }) => tenant.name),
  );
}
