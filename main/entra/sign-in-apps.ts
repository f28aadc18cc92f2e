import { z } from 'zod';
import { type SignInApp, signInApps } from '../../shared/entra/policy';
import { consentTo, type Graph, odata } from './graph';
import { callGraph } from './graph-errors';

const ServicePrincipals = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      appId: z.string(),
      accountEnabled: z.boolean().nullish(),
      appRoleAssignmentRequired: z.boolean().nullish(),
    }),
  ),
});

const Assignments = z.object({
  value: z.array(z.object({ principalId: z.string(), principalType: z.string().nullish() })),
});

/** The apps Windows VM sign-in goes through, those the tenant lacks included. */
export async function readSignInApps(
  graph: Graph,
  principalId: string,
  signal: AbortSignal,
): Promise<SignInApp[]> {
  const appIds = Object.values(signInApps).map(({ appId }) => appId);
  const asked = {
    purpose: 'reading the apps that sign in to virtual machines',
    right: consentTo('Application.Read.All'),
    signal,
  };
  const { value } = await callGraph(asked, (abortSignal) =>
    graph.with('Application.Read.All')({
      path: '/v1.0/servicePrincipals',
      query: {
        $filter: `appId in (${appIds.map(odata).join(',')})`,
        $select: 'id,appId,accountEnabled,appRoleAssignmentRequired',
      },
      answer: ServicePrincipals,
      signal: abortSignal,
    }),
  );
  return Promise.all(
    appIds.map(async (appId): Promise<SignInApp> => {
      const found = value.find((app) => app.appId.toLowerCase() === appId);
      if (!found) {
        return { appId, objectId: null, isEnabled: false, requiresAssignment: false, isAssigned: null };
      }
      const requiresAssignment = found.appRoleAssignmentRequired === true;
      return {
        appId,
        objectId: found.id,
        isEnabled: found.accountEnabled !== false,
        requiresAssignment,
        isAssigned: requiresAssignment ? await readIsAssigned(graph, found.id, principalId, signal) : null,
      };
    }),
  );
}

/** Null where only membership of an assigned group would tell. */
async function readIsAssigned(
  graph: Graph,
  servicePrincipalId: string,
  principalId: string,
  signal: AbortSignal,
): Promise<boolean | null> {
  const asked = {
    purpose: 'reading who is assigned to an app that signs in to virtual machines',
    right: consentTo('Application.Read.All'),
    signal,
  };
  const { value } = await callGraph(asked, (abortSignal) =>
    graph.with('Application.Read.All')({
      path: `/v1.0/servicePrincipals/${servicePrincipalId}/appRoleAssignedTo`,
      query: { $select: 'principalId,principalType', $top: '999' },
      answer: Assignments,
      signal: abortSignal,
    }),
  );
  if (value.some((assignment) => assignment.principalId.toLowerCase() === principalId.toLowerCase())) {
    return true;
  }
  return value.some(({ principalType }) => principalType === 'Group') ? null : false;
}
