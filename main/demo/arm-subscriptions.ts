import { type ArmRoute, armError, ok } from './arm-route';
import { subscriptionScope } from './demo-ids';
import type { DemoState } from './demo-state';
import { vmIds } from './demo-vms';
import { decider, hasSomethingIn } from './rights';
import type { DemoSubscription } from './tenant-schema';

export const subscriptionRoutes: readonly ArmRoute[] = [
  {
    method: 'GET',
    path: '/tenants',
    action: null,
    answer: ({ state: { tenant } }) =>
      ok({
        value: [
          {
            id: `/tenants/${tenant.id}`,
            tenantId: tenant.id,
            displayName: tenant.name,
            defaultDomain: tenant.domain,
            domains: [tenant.domain],
            tenantCategory: 'Home',
            tenantType: 'AAD',
          },
        ],
      }),
  },
  {
    method: 'GET',
    path: '/subscriptions',
    action: null,
    answer: ({ state, account }) => {
      const value = state.tenant.subscriptions
        .filter(({ id }) => hasSomethingIn(state, account, subscriptionScope(id)))
        .map(subscriptionJson);
      return ok({ value, count: { type: 'Total', value: value.length } });
    },
  },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}',
    action: 'Microsoft.Resources/subscriptions/read',
    answer: ({ state, named }) => {
      const found = findSubscription(state, named.subscription);
      return found ? ok(subscriptionJson(found)) : subscriptionNotFound(named.subscription);
    },
  },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}/resourceGroups',
    action: null,
    answer: ({ state, account, named }) => {
      const mayRead = decider(state, account, 'Microsoft.Resources/subscriptions/resourceGroups/read');
      const scopes = new Map<string, string>();
      for (const id of vmIds(state)) {
        const [, , subscription = '', , group = ''] = id.split('/');
        if (subscription.toLowerCase() !== named.subscription?.toLowerCase()) continue;
        scopes.set(group.toLowerCase(), `/subscriptions/${subscription}/resourceGroups/${group}`);
      }
      return ok({
        value: [...scopes.values()].filter(mayRead).map((id) => ({
          id,
          name: id.split('/').at(-1),
          type: 'Microsoft.Resources/resourceGroups',
          location: 'westeurope',
          properties: { provisioningState: 'Succeeded' },
        })),
      });
    },
  },
];

function findSubscription(state: DemoState, id: string | undefined): DemoSubscription | undefined {
  return state.tenant.subscriptions.find((one) => one.id.toLowerCase() === id?.toLowerCase());
}

function subscriptionNotFound(id: string | undefined) {
  return armError(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);
}

function subscriptionJson({ id, name, tenantId }: DemoSubscription): object {
  return {
    id: subscriptionScope(id),
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId: id,
    tenantId,
    displayName: name,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Internal_2014-09-01',
      quotaId: 'Internal_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}
