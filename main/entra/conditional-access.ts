import { z } from 'zod';
import type { ConditionalAccess, EvaluatedPolicy } from '../../shared/entra/policy';
import { consentTo, type Graph } from './graph';
import { callGraph } from './graph-errors';

const Policy = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  state: z.string().nullish(),
  policyApplies: z.boolean().nullish(),
  grantControls: z
    .object({
      operator: z.string().nullish(),
      builtInControls: z.array(z.string()).nullish(),
      termsOfUse: z.array(z.string()).nullish(),
      customAuthenticationFactors: z.array(z.string()).nullish(),
      authenticationStrength: z.object({ displayName: z.string().nullish() }).nullish(),
    })
    .nullish(),
});
type Policy = z.infer<typeof Policy>;

const Answer = z.object({ value: z.array(Policy) });

/** What-if of Conditional Access for one user on Windows, one request an app, at once. */
export async function readConditionalAccess(
  graph: Graph,
  principalId: string,
  appIds: readonly string[],
  signal: AbortSignal,
): Promise<ConditionalAccess> {
  const evaluations = await Promise.all(
    appIds.map(async (appId) => ({ appId, policies: await evaluate(graph, principalId, appId, signal) })),
  );
  return { evaluations };
}

async function evaluate(
  graph: Graph,
  principalId: string,
  appId: string,
  signal: AbortSignal,
): Promise<EvaluatedPolicy[]> {
  const asked = {
    purpose: 'asking which Conditional Access policies would apply to you',
    right: consentTo('Policy.Read.All'),
    signal,
  };
  const { value } = await callGraph(asked, (abortSignal) =>
    graph.with('Policy.Read.All')({
      path: '/v1.0/identity/conditionalAccess/evaluate',
      body: {
        signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: principalId },
        signInContext: {
          '@odata.type': '#microsoft.graph.applicationContext',
          includeApplications: [appId],
        },
        signInConditions: { devicePlatform: 'windows', clientAppType: 'mobileAppsAndDesktopClients' },
        appliedPoliciesOnly: false,
      },
      answer: Answer,
      signal: abortSignal,
    }),
  );
  return value.map(evaluatedPolicyOf);
}

function evaluatedPolicyOf(policy: Policy): EvaluatedPolicy {
  const grant = policy.grantControls;
  return {
    id: policy.id,
    name: policy.displayName ?? policy.id,
    state: stateOf(policy.state),
    applies: policy.policyApplies === true,
    operator: grant?.operator?.toUpperCase() === 'AND' ? 'AND' : 'OR',
    controls: [
      ...(grant?.builtInControls ?? []),
      ...((grant?.termsOfUse ?? []).length > 0 ? ['termsOfUse'] : []),
      ...((grant?.customAuthenticationFactors ?? []).length > 0 ? ['customAuthenticationFactor'] : []),
    ],
    authenticationStrength: grant?.authenticationStrength
      ? (grant.authenticationStrength.displayName ?? 'an authentication strength')
      : null,
  };
}

function stateOf(state: string | null | undefined): EvaluatedPolicy['state'] {
  if (state === 'enabled') return 'enabled';
  return state === 'enabledForReportingButNotEnforced' ? 'report-only' : 'disabled';
}
