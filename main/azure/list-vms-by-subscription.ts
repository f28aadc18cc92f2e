import type { VirtualMachine as VirtualMachineModel } from '@azure/arm-compute';
import type { NetworkInterface as NetworkInterfaceModel } from '@azure/arm-network';
import {
  isLoginExtension,
  type PartialListing,
  powerStateOf,
  type Subscription,
  VmId,
  type VmSummary,
} from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import { AppError, isAppError } from '../../shared/errors/app-error';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import { listSubscriptions } from './subscriptions';
import { textOf } from './virtual-machines';
import { type OnRows, osTypeOf } from './vm-summaries';

/** Each subscription costs four listings: this many are read side by side, below Azure's limits. */
const atOnce = 4;

/**
 * The slow way: the VMs of every subscription, with run-time states and addresses.
 *
 * @returns the subscriptions, and the parts of them, that could not be read.
 * @throws AppError when no subscription could be read.
 */
export async function listVmsBySubscription(
  arm: Arm,
  onRows: OnRows,
  signal: AbortSignal,
): Promise<readonly PartialListing[]> {
  const subscriptions = await listSubscriptions(arm, signal);
  const waiting = [...subscriptions];
  const partial: PartialListing[] = [];
  const failures: AppError[] = [];
  let readable = 0;

  const readOneAfterAnother = async (): Promise<void> => {
    for (let subscription = waiting.shift(); subscription; subscription = waiting.shift()) {
      try {
        const { vms, unread } = await listSubscription(arm, subscription, signal);
        readable += 1;
        partial.push(...unread);
        onRows(vms, null);
      } catch (error) {
        if (!isAppError(error) || error.code === 'cancelled') throw error;
        failures.push(error);
        partial.push(unreadPart(subscription, error));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOneAfterAnother));
  if (readable === 0) {
    throw (
      failures[0] ??
      new AppError('not-found', 'Your account sees no subscription in this tenant.', {
        help: 'azure-read-access',
      })
    );
  }
  return partial;
}

interface SubscriptionListing {
  readonly vms: readonly VmSummary[];
  readonly unread: readonly PartialListing[];
}

async function listSubscription(
  arm: Arm,
  subscription: Subscription,
  signal: AbortSignal,
): Promise<SubscriptionListing> {
  const unread: PartialListing[] = [];
  const orNull = <T>(listing: Promise<T>): Promise<T | null> =>
    listing.catch((error: unknown) => {
      if (!isAppError(error) || error.code === 'cancelled') throw error;
      unread.push(unreadPart(subscription, error));
      return null;
    });

  const [models, statuses, interfaces, publicIps] = await Promise.all([
    listModels(arm, subscription, false, signal),
    orNull(listModels(arm, subscription, true, signal)),
    orNull(listInterfaces(arm, subscription, signal)),
    orNull(listPublicIps(arm, subscription, signal)),
  ]);
  const statusOf = new Map(statuses?.map((model) => [keyOf(model.id), model]));
  const addressesOf = addressesByVm(interfaces ?? [], publicIps);
  return {
    unread,
    vms: models.flatMap((model) => {
      const addresses = interfaces && (addressesOf.get(keyOf(model.id)) ?? { privateIps: [], publicIps: [] });
      return summaryOf(subscription, model, statusOf.get(keyOf(model.id)), addresses) ?? [];
    }),
  };
}

interface Addresses {
  readonly privateIps: string[];
  /** Null when public addresses could not be read. */
  readonly publicIps: string[] | null;
}

function summaryOf(
  subscription: Subscription,
  model: VirtualMachineModel,
  status: VirtualMachineModel | undefined,
  addresses: Addresses | null,
): VmSummary | null {
  const id = VmId.safeParse(model.id).data;
  if (id === undefined) return null;
  const view = status?.instanceView;
  const osType = osTypeOf(model.storageProfile?.osDisk?.osType);
  const power = view?.statuses?.find(({ code }) => code?.toLowerCase().startsWith('powerstate/'));
  const extension = model.resources?.find(({ publisher = '', typePropertiesType = '' }) =>
    isLoginExtension({ publisher, type: typePropertiesType }),
  );
  const { resourceGroup, name } = partsOfVmId(id);
  return {
    id,
    name: model.name ?? name,
    computerName: textOf(model.osProfile?.computerName),
    subscriptionId: subscription.id,
    subscriptionName: subscription.name,
    tenantId: subscription.tenantId,
    resourceGroup,
    location: model.location,
    os: textOf(view?.osName) ?? osType,
    osVersion: textOf(view?.osVersion),
    osType,
    powerState: powerStateOf(power?.code),
    privateIps: addresses?.privateIps ?? null,
    publicIps: addresses?.publicIps ?? null,
    hasSystemAssignedIdentity: /SystemAssigned/i.test(model.identity?.type ?? ''),
    loginExtension: textOf(extension?.provisioningState),
  };
}

/** Addresses of the interfaces by the VM they are of. Public ones are null where they could not be read. */
export function addressesByVm(
  interfaces: readonly NetworkInterfaceModel[],
  publicIps: ReadonlyMap<string, string | null> | null,
): Map<string, Addresses> {
  const byVm = new Map<string, Addresses>();
  for (const { virtualMachine, ipConfigurations = [] } of interfaces) {
    if (virtualMachine?.id === undefined) continue;
    const known = byVm.get(keyOf(virtualMachine.id)) ?? { privateIps: [], publicIps: [] };
    const publicIds = ipConfigurations.flatMap(({ publicIPAddress }) => publicIPAddress?.id ?? []);
    const found = publicIds.map((id) => publicIps?.get(keyOf(id)));
    byVm.set(keyOf(virtualMachine.id), {
      privateIps: [
        ...known.privateIps,
        ...ipConfigurations.flatMap(({ privateIPAddress }) => textOf(privateIPAddress) ?? []),
      ],
      publicIps:
        known.publicIps === null || found.includes(undefined)
          ? null
          : [...known.publicIps, ...found.flatMap((address) => address ?? [])],
    });
  }
  return byVm;
}

function listModels(
  arm: Arm,
  subscription: Subscription,
  statusOnly: boolean,
  signal: AbortSignal,
): Promise<VirtualMachineModel[]> {
  const what = statusOnly ? 'the power states' : 'the virtual machines';
  return callArm(askedFor(what, subscription, signal), async (abortSignal) => {
    const client = await arm.compute(subscription.id);
    // The SDK takes "true" as a text.
    const options = statusOnly ? { statusOnly: 'true', abortSignal } : { abortSignal };
    return collect(client.virtualMachines.listAll(options));
  });
}

function listInterfaces(
  arm: Arm,
  subscription: Subscription,
  signal: AbortSignal,
): Promise<NetworkInterfaceModel[]> {
  return callArm(askedFor('the network interfaces', subscription, signal), async (abortSignal) => {
    const client = await arm.network(subscription.id);
    return collect(client.networkInterfaces.listAll({ abortSignal }));
  });
}

/** Addresses by their resource's id; null for one that has none at the moment. */
function listPublicIps(
  arm: Arm,
  subscription: Subscription,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string | null>> {
  return callArm(askedFor('the public addresses', subscription, signal), async (abortSignal) => {
    const client = await arm.network(subscription.id);
    const models = await collect(client.publicIPAddresses.listAll({ abortSignal }));
    return new Map(models.map(({ id, ipAddress }) => [keyOf(id), textOf(ipAddress)]));
  });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function askedFor(what: string, { name }: Subscription, signal: AbortSignal) {
  return { purpose: `listing ${what} of ${name}`, right: `Reader on the subscription ${name}`, signal };
}

function unreadPart({ id, name }: Subscription, { message }: AppError): PartialListing {
  return { scope: `/subscriptions/${id}`, name, because: message };
}

function keyOf(id: string | undefined): string {
  return id?.toLowerCase() ?? '';
}
