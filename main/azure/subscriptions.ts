import type { Subscription as SubscriptionModel } from '@azure/arm-resources-subscriptions';
import type { Subscription } from '../../shared/azure/virtual-machine';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import { textOf } from './virtual-machines';

export async function readSubscription(arm: Arm, id: string, signal: AbortSignal): Promise<Subscription> {
  const asked = {
    purpose: `reading the subscription ${id}`,
    right: `Reader on the subscription ${id}`,
    signal,
  };
  const model = await callArm(asked, async (abortSignal) => {
    const client = await arm.subscriptions();
    return client.subscriptions.get(id, { abortSignal });
  });
  return subscriptionOf(id, model);
}

/** Every subscription the account can see in the tenant of its token. */
export async function listSubscriptions(arm: Arm, signal: AbortSignal): Promise<Subscription[]> {
  const asked = { purpose: 'listing the subscriptions', right: 'Reader on a subscription', signal };
  return callArm(asked, async (abortSignal) => {
    const client = await arm.subscriptions();
    const subscriptions: Subscription[] = [];
    for await (const model of client.subscriptions.list({ abortSignal })) {
      subscriptions.push(subscriptionOf(model.subscriptionId ?? '', model));
    }
    return subscriptions;
  });
}

function subscriptionOf(id: string, model: SubscriptionModel): Subscription {
  return { id, name: textOf(model.displayName) ?? id, tenantId: textOf(model.tenantId) };
}
