import type { VmId, VmSummary } from '../shared/azure/virtual-machine';
import { partsOfVmId } from '../shared/azure/vm-id-parts';
import { isAppError } from '../shared/errors/app-error';
import { azureCredential } from './auth/azure-credential';
import type { OpenSession } from './auth/session-options';
import { createInventory } from './azure/create-inventory';
import type { InventoryTenant } from './azure/list-vms';
import { keepingLastList } from './last-list/keeping-last-list';
import { lastListOf } from './last-list/last-list';
import { type LastLists, openLastLists } from './last-list/last-lists';
import type { Services } from './services';
import { log } from './support/log';
import type { Surroundings } from './surroundings';

export interface Lists extends Pick<Services, 'inventory' | 'lastList'> {
  /** The tenant of a VM's subscription, where a list has told it: its id does not. */
  readonly tenantOf: (vmId: VmId) => string | undefined;
  /** Once a list that was read to its end is saved. */
  settled(): Promise<void>;
  forget(): Promise<void>;
}

/** The list of VMs as Azure tells it, and as it was told last. */
export function composeLists({ endpoint, session, lastListsFolder }: Surroundings): Lists {
  const lists: LastLists = openLastLists(lastListsFolder, (message, error) => log().warn(message, error));
  const account = (signal: AbortSignal) => session.account(signal);
  const live = createInventory({
    endpoint,
    tenants: () => signedInTenants(session),
    credentialFor: (tenantId) => azureCredential(session.tokens, tenantId),
  });
  const kept = keepingLastList(live, lists, account);
  const lastList = lastListOf(lists, (signal) => account(signal).catch(nobodyWhereSignedOut));

  const tenantOfSubscription = new Map<string, string>();
  const learnTenants = (vms: readonly VmSummary[]): void => {
    for (const { subscriptionId, tenantId } of vms) {
      if (tenantId !== null) tenantOfSubscription.set(subscriptionId.toLowerCase(), tenantId);
    }
  };
  return {
    inventory: {
      ...kept,
      list: (onPage, signal) =>
        kept.list((vms, soFar, total) => {
          learnTenants(vms);
          onPage(vms, soFar, total);
        }, signal),
    },
    lastList: {
      ...lastList,
      read: (onVms, signal) =>
        lastList.read((vms) => {
          learnTenants(vms);
          onVms(vms);
        }, signal),
    },
    tenantOf: (vmId) => tenantOfSubscription.get(partsOfVmId(vmId).subscriptionId.toLowerCase()),
    settled: lists.settled,
    forget: lists.forget,
  };
}

async function signedInTenants(session: OpenSession): Promise<InventoryTenant[]> {
  const signal = new AbortController().signal;
  const { tenantId } = await session.account(signal);
  const { tenants } = await session.state();
  const signedIn = tenants.filter(({ state }) => state === 'signed-in').map(({ id, name }) => ({ id, name }));
  return signedIn.length ? signedIn : [{ id: tenantId, name: tenantId }];
}

function nobodyWhereSignedOut(error: unknown): null {
  if (isAppError(error) && error.code === 'sign-in-required') return null;
  throw error;
}
