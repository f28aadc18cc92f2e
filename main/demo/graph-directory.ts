import type { DemoResponse } from './demo-http';
import { collection, type GraphCall, type GraphRoute, graphError, literal, selected } from './graph-route';
import { principalIdsOf } from './rights';
import type { DemoAccount, DemoServicePrincipal } from './tenant-schema';

const readsApps = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

export const directoryRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: /^\/me$/i,
    permissions: ['User.Read', 'User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
    answer: (call) => ({ status: 200, body: selected(call, userJson(call.caller.account)) }),
  },
  {
    method: 'GET',
    path: /^\/users\/(?<user>[^/]+)$/i,
    permissions: ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
    answer: (call) => onUser(call, (account) => ({ status: 200, body: selected(call, userJson(account)) })),
  },
  {
    method: 'POST',
    path: /^\/me\/getMember(?:Objects|Groups)$/i,
    permissions: ['User.Read', 'Directory.Read.All', 'GroupMember.Read.All'],
    answer: ({ caller, state }) => groupIds(principalIdsOf(state, caller.account).slice(1)),
  },
  {
    method: 'POST',
    path: /^\/users\/(?<user>[^/]+)\/getMember(?:Objects|Groups)$/i,
    permissions: ['User.Read.All', 'Directory.Read.All', 'GroupMember.Read.All'],
    answer: (call) => onUser(call, (account) => groupIds(principalIdsOf(call.state, account).slice(1))),
  },
  {
    method: 'GET',
    path: /^\/servicePrincipals$/i,
    permissions: readsApps,
    answer: (call) => {
      const wanted = appIdsWanted(call.request.url.searchParams.get('$filter') ?? '');
      const found = call.state.tenant.servicePrincipals.filter(
        ({ appId }) => wanted === null || wanted.includes(appId.toLowerCase()),
      );
      return collection(call, 'servicePrincipals', found, (app) => [appJson(app)]);
    },
  },
  {
    method: 'GET',
    path: /^\/servicePrincipals\/(?<app>[^/]+)$/i,
    permissions: readsApps,
    answer: (call) => onApp(call, (app) => ({ status: 200, body: selected(call, appJson(app)) })),
  },
  {
    method: 'GET',
    path: /^\/servicePrincipals\/(?<app>[^/]+)\/appRoleAssignedTo$/i,
    permissions: readsApps,
    answer: (call) =>
      onApp(call, (app) =>
        collection(call, 'appRoleAssignments', app.assignedIds, (principalId) => [
          {
            id: `${app.objectId}-${principalId}`,
            principalId,
            principalType: call.state.tenant.groups.some(({ id }) => id === principalId) ? 'Group' : 'User',
            principalDisplayName: null,
            resourceId: app.objectId,
            resourceDisplayName: app.displayName,
            appRoleId: '00000000-0000-0000-0000-000000000000',
          },
        ]),
      ),
  },
];

function groupIds(ids: readonly string[]): DemoResponse {
  return { status: 200, body: { value: ids } };
}

function appIdsWanted(filter: string): readonly string[] | null {
  const one = /^appId eq '([^']*)'$/i.exec(filter.trim())?.[1];
  if (one !== undefined) return [one.toLowerCase()];
  const list = /^appId in \(([^)]*)\)$/i.exec(filter.trim())?.[1];
  return list === undefined
    ? null
    : [...list.matchAll(/'([^']*)'/g)].map(([, id = '']) => literal(id).toLowerCase());
}

export function onUser(call: GraphCall, answer: (account: DemoAccount) => DemoResponse): DemoResponse {
  const named = call.named.user?.toLowerCase();
  const found = call.state.tenant.accounts.find(
    ({ objectId, username }) => objectId.toLowerCase() === named || username.toLowerCase() === named,
  );
  return found ? answer(found) : notFound(call.named.user);
}

function onApp(call: GraphCall, answer: (app: DemoServicePrincipal) => DemoResponse): DemoResponse {
  const byAppId = /^\(appId='([^']*)'\)$/i.exec(call.named.app ?? '')?.[1];
  const found = call.state.tenant.servicePrincipals.find(
    ({ appId, objectId }) => objectId === call.named.app || appId === byAppId,
  );
  return found ? answer(found) : notFound(call.named.app);
}

function notFound(what: string | undefined): DemoResponse {
  return graphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function userJson(account: DemoAccount): Readonly<Record<string, unknown>> {
  return {
    '@odata.type': '#microsoft.graph.user',
    id: account.objectId,
    userPrincipalName: account.username,
    displayName: account.displayName,
    mail: account.userType === 'Guest' ? null : account.username,
    userType: account.userType,
    creationType: account.userType === 'Guest' ? 'Invitation' : null,
    externalUserState: account.userType === 'Guest' ? 'Accepted' : null,
  };
}

function appJson(app: DemoServicePrincipal): Readonly<Record<string, unknown>> {
  return {
    id: app.objectId,
    appId: app.appId,
    displayName: app.displayName,
    accountEnabled: app.isEnabled,
    appRoleAssignmentRequired: app.requiresAssignment,
    servicePrincipalType: 'Application',
  };
}
