import { z } from 'zod';
import type { DemoState } from './demo-state';
import { onUser } from './graph-directory';
import { collection, type GraphRoute, graphError } from './graph-route';
import { principalIdsOf } from './rights';
import type { DemoAccount, DemoPolicy } from './tenant-schema';

const readsPolicies = [
  'Policy.Read.All',
  'Policy.Read.ConditionalAccess',
  'Policy.ReadWrite.ConditionalAccess',
];

/** Source: Microsoft Graph's conditionalAccessRoot: evaluate and its policies, read 2026-11-22. */
const policyReaders = [
  'Global Administrator',
  'Global Reader',
  'Security Administrator',
  'Security Reader',
  'Conditional Access Administrator',
];

const authenticationReaders = [...policyReaders, 'Authentication Policy Administrator'];

export const policyRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: /^\/identity\/conditionalAccess\/policies$/i,
    permissions: readsPolicies,
    rolesFor: policyReaders,
    answer: (call) =>
      collection(
        call,
        'identity/conditionalAccess/policies',
        call.state.tenant.conditionalAccess,
        (policy) => [policyJson(policy)],
      ),
  },
  {
    method: 'POST',
    path: /^\/identity\/conditionalAccess\/evaluate$/i,
    permissions: readsPolicies,
    rolesFor: policyReaders,
    answer: (call) => {
      const { data: question } = WhatIf.safeParse(call.request.json());
      if (!question) return graphError(400, 'BadRequest', 'A sign-in identity and context are required.');
      const value = evaluate(call.state, question).filter(
        ({ policyApplies }) => policyApplies || !question.appliedPoliciesOnly,
      );
      return { status: 200, body: { value } };
    },
  },
  {
    method: 'GET',
    path: /^\/users\/(?<user>[^/]+)\/authentication\/requirements$/i,
    permissions: ['Policy.Read.All', 'Policy.ReadWrite.AuthenticationMethod'],
    rolesFor: authenticationReaders,
    answer: (call) =>
      call.version === 'beta'
        ? onUser(call, ({ perUserMfa }) => ({ status: 200, body: { perUserMfaState: perUserMfa } }))
        : graphError(400, 'BadRequest', "Resource not found for the segment 'requirements'."),
  },
];

const WhatIf = z.object({
  signInIdentity: z.object({ userId: z.string() }),
  signInContext: z.object({ includeApplications: z.array(z.string()) }),
  appliedPoliciesOnly: z.boolean().default(false),
});

/** What-if: which policies would apply to this user and these apps, and why the others would not. */
function evaluate(state: DemoState, { signInIdentity, signInContext }: z.infer<typeof WhatIf>) {
  const account = state.tenant.accounts.find(({ objectId }) => objectId === signInIdentity.userId);
  return state.tenant.conditionalAccess.map((policy) => {
    const forUser = account !== undefined && concernsUser(state, policy, account);
    const forApp = signInContext.includeApplications.some((appId) => concernsApp(policy, appId));
    const isOn = policy.state !== 'disabled';
    return {
      ...policyJson(policy),
      policyApplies: isOn && forUser && forApp,
      analysisReasons: !isOn ? 'policyNotEnabled' : !forUser ? 'users' : !forApp ? 'application' : 'notSet',
    };
  });
}

function concernsUser(state: DemoState, policy: DemoPolicy, account: DemoAccount): boolean {
  const ids = principalIdsOf(state, account);
  return (
    policy.includedIds.some((id) => id === 'all' || ids.includes(id)) &&
    !policy.excludedIds.some((id) => ids.includes(id))
  );
}

function concernsApp({ apps }: DemoPolicy, appId: string): boolean {
  return (
    apps.include.some((one) => one === 'all' || one.toLowerCase() === appId.toLowerCase()) &&
    !apps.exclude.some((one) => one.toLowerCase() === appId.toLowerCase())
  );
}

const states: Readonly<Record<DemoPolicy['state'], string>> = {
  enabled: 'enabled',
  'report-only': 'enabledForReportingButNotEnforced',
  disabled: 'disabled',
};

function policyJson(policy: DemoPolicy) {
  return {
    id: policy.id,
    displayName: policy.name,
    state: states[policy.state],
    conditions: {
      applications: {
        includeApplications: policy.apps.include.map((one) => (one === 'all' ? 'All' : one)),
        excludeApplications: policy.apps.exclude,
      },
      users: {
        includeUsers: policy.includedIds.map((one) => (one === 'all' ? 'All' : one)),
        excludeUsers: policy.excludedIds,
      },
      clientAppTypes: ['all'],
    },
    grantControls: {
      operator: policy.operator,
      builtInControls: policy.controls,
      customAuthenticationFactors: [],
      termsOfUse: [],
      authenticationStrength:
        policy.authenticationStrength === null
          ? null
          : { id: policy.id, displayName: policy.authenticationStrength },
    },
    sessionControls: null,
  };
}
