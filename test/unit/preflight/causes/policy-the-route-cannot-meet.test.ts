import { expect, it } from 'vitest';
import type { EvaluatedPolicy } from '../../../../shared/entra/policy';
import { policyTheRouteCannotMeet } from '../../../../shared/preflight/causes/policy-the-route-cannot-meet';
import { aPc, aPolicy, type Known } from '../builders';
import { sentenceOf } from './case-file';

const policies = (appId: string, policy: Partial<EvaluatedPolicy>): Known => ({
  conditionalAccess: { evaluations: [{ appId, policies: [aPolicy(policy)] }] },
});
const vmSignIn = '372140e0-b3b7-4226-8ef9-d57986796201';
const remoteDesktop = 'a4a365df-50f1-4397-bc59-1a1564b8bb9c';
const noHello: Known = {
  pcJoin: {
    isEntraJoined: true,
    isDomainJoined: false,
    isEntraRegistered: false,
    tenantId: null,
    workAccountTenantIds: [],
    hasRefreshToken: true,
    helloForBusiness: 'none',
  },
};

it.each<[string, Known, string | null]>([
  [
    'a block on everything',
    policies(vmSignIn, { name: 'No VMs', controls: ['block'] }),
    'A Conditional Access policy keeps you out: The policy "No VMs" asks for this sign-in to be blocked.',
  ],
  [
    'a block on the passwordless app',
    policies(remoteDesktop, { name: 'No RDP', controls: ['block'] }),
    'A Conditional Access policy keeps you out of the passwordless route: The policy "No RDP" asks for this sign-in to be blocked (Passwordless, Bastion in the RDP client, Bastion in the browser).',
  ],
  ['a second factor, while the passwordless route is open', { ...policies(vmSignIn, {}), ...noHello }, null],
  [
    'a second factor, while this PC is too old for the passwordless route',
    { ...policies(vmSignIn, {}), ...noHello, thisPc: aPc({ build: 18363 }) },
    'Your organisation asks for a second factor, which a password from this PC cannot give.',
  ],
  ['no policy', policies(vmSignIn, { applies: false }), null],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(policyTheRouteCannotMeet, known)).toBe(sentence);
});
