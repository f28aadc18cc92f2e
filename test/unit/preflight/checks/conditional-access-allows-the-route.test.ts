import { expect, it } from 'vitest';
import type { EvaluatedPolicy } from '../../../../shared/entra/policy';
import { conditionalAccessAllowsTheRoute } from '../../../../shared/preflight/checks/conditional-access-allows-the-route';
import type { Facts } from '../../../../shared/preflight/fact';
import { anAccount, aPc, aPolicy, type Case, problem, verdictOf } from '../builders';

const vmSignIn = '372140e0-b3b7-4226-8ef9-d57986796201';
const remoteDesktop = 'a4a365df-50f1-4397-bc59-1a1564b8bb9c';
const account = anAccount();
const on = (appId: string, ...policies: EvaluatedPolicy[]): Facts['conditionalAccess'] => ({
  evaluations: [{ appId, policies }],
});
const join = (changes: Partial<Facts['pcJoin']> = {}): Facts['pcJoin'] => ({
  isEntraJoined: false,
  isDomainJoined: false,
  isEntraRegistered: false,
  tenantId: null,
  workAccountTenantIds: [],
  hasRefreshToken: null,
  helloForBusiness: null,
  ...changes,
});
const compliant = aPolicy({ name: 'Compliant PCs', controls: ['compliantDevice'] });
const hybrid = aPolicy({ name: 'Hybrid PCs', controls: ['domainJoinedDevice'] });

it.each<Case>([
  [
    'no policy at all',
    { account, conditionalAccess: on(vmSignIn) },
    {
      status: 'pass',
      found: 'No policy asks anything of ada@contoso.example here.',
    },
  ],
  [
    'a policy that does not apply',
    { account, conditionalAccess: on(vmSignIn, aPolicy({ applies: false, controls: ['block'] })) },
    {
      status: 'pass',
      found: 'No policy asks anything of ada@contoso.example here.',
    },
  ],
  [
    'a second factor asked',
    { account, conditionalAccess: on(vmSignIn, aPolicy()) },
    {
      status: 'pass',
      found:
        'The policy "VM sign-in" asks for multi-factor sign-in, which the sign-in window can give (Passwordless, Bastion in the RDP client, Bastion in the browser). The policy "VM sign-in" asks for multi-factor sign-in, which a password alone does not give (Password).',
    },
  ],
  [
    'a phishing-resistant strength asked',
    {
      account,
      conditionalAccess: on(
        vmSignIn,
        aPolicy({ controls: [], authenticationStrength: 'Phishing-resistant MFA' }),
      ),
    },
    {
      status: 'pass',
      found:
        'The policy "VM sign-in" asks for the authentication strength "Phishing-resistant MFA", which the sign-in window can give (Passwordless, Bastion in the RDP client, Bastion in the browser). The policy "VM sign-in" asks for the authentication strength "Phishing-resistant MFA", which a password alone does not give (Password).',
    },
  ],
  [
    'a block on VM sign-in',
    { account, conditionalAccess: on(vmSignIn, aPolicy({ name: 'No VMs', controls: ['block'] })) },
    {
      status: 'fail',
      found: 'The policy "No VMs" asks for this sign-in to be blocked.',
      remedies: [
        'ask: Conditional Access keeps me from signing in to a VM: "No VMs". Could ada@contoso.example be let in?',
      ],
    },
  ],
  [
    'a block on the passwordless app alone',
    { account, conditionalAccess: on(remoteDesktop, aPolicy({ name: 'No RDP', controls: ['block'] })) },
    {
      status: 'fail',
      found:
        'The policy "No RDP" asks for this sign-in to be blocked (Passwordless, Bastion in the RDP client, Bastion in the browser).',
      remedies: [
        'ask: Conditional Access keeps me from signing in to a VM: "No RDP". Could ada@contoso.example be let in?',
      ],
      routes: {
        'web-account': 'fail',
        password: 'pass',
        'bastion-client': 'fail',
        'bastion-portal': 'fail',
      },
    },
  ],
  [
    'a report-only block',
    {
      account,
      conditionalAccess: on(vmSignIn, aPolicy({ name: 'Trial', state: 'report-only', controls: ['block'] })),
    },
    {
      status: 'pass',
      found: 'No policy asks anything of ada@contoso.example here. Report-only, so not enforced: "Trial".',
    },
  ],
  [
    'a compliant device asked of a joined PC',
    {
      account,
      conditionalAccess: on(vmSignIn, compliant),
      thisPc: aPc(),
      pcJoin: join({ isEntraJoined: true }),
    },
    {
      status: 'warn',
      found:
        'The policy "Compliant PCs" asks for a compliant device, and whether this PC is one cannot be seen from here.',
      remedies: ['do: Try it: the sign-in window says what is missing.'],
    },
  ],
  [
    'a compliant device asked of a PC Entra ID does not know',
    { account, conditionalAccess: on(vmSignIn, compliant), thisPc: aPc(), pcJoin: join() },
    {
      status: 'fail',
      found: 'The policy "Compliant PCs" asks for a compliant device, and this PC is not known to Entra ID.',
      remedies: [
        'ask: Conditional Access keeps me from signing in to a VM: "Compliant PCs". Could ada@contoso.example be let in?',
      ],
    },
  ],
  [
    'a compliant device asked of a Windows Server',
    {
      account,
      conditionalAccess: on(vmSignIn, compliant),
      thisPc: aPc({ installationType: 'Server' }),
      pcJoin: join({ isEntraJoined: true }),
    },
    {
      status: 'fail',
      found:
        'The policy "Compliant PCs" asks for a compliant device, and this PC runs Windows Server, which is never one.',
      remedies: [
        'ask: Conditional Access keeps me from signing in to a VM: "Compliant PCs". Could ada@contoso.example be let in?',
      ],
    },
  ],
  [
    'a second factor or a compliant device, where the factor will do',
    {
      account,
      conditionalAccess: on(vmSignIn, aPolicy({ operator: 'OR', controls: ['compliantDevice', 'mfa'] })),
      thisPc: aPc(),
      pcJoin: join(),
    },
    {
      status: 'pass',
      found:
        'The policy "VM sign-in" asks for multi-factor sign-in, which the sign-in window can give (Passwordless, Bastion in the RDP client, Bastion in the browser). The policy "VM sign-in" asks for multi-factor sign-in, which a password alone does not give (Password).',
    },
  ],
  [
    'a hybrid device asked of one',
    {
      account,
      conditionalAccess: on(vmSignIn, hybrid),
      pcJoin: join({ isEntraJoined: true, isDomainJoined: true }),
    },
    {
      status: 'pass',
      found: 'The policy "Hybrid PCs" asks for a device joined to Entra ID and a domain.',
    },
  ],
  [
    'a hybrid device asked of a Mac',
    {
      account,
      conditionalAccess: on(vmSignIn, hybrid),
      thisPc: aPc({ os: 'macos', installationType: null }),
    },
    {
      status: 'fail',
      found:
        'The policy "Hybrid PCs" asks for a device joined to Entra ID and a domain, and this PC is not one.',
      remedies: [
        'ask: Conditional Access keeps me from signing in to a VM: "Hybrid PCs". Could ada@contoso.example be let in?',
      ],
    },
  ],
  [
    'a hybrid device asked of a PC that could not be read',
    { account, conditionalAccess: on(vmSignIn, hybrid) },
    {
      status: 'warn',
      found:
        'The policy "Hybrid PCs" asks for a device joined to Entra ID and a domain, and whether this PC is one could not be read.',
      remedies: ['do: Try it: the sign-in window says what is missing.'],
    },
  ],
  [
    'a new password asked, as the account is at risk',
    { account, conditionalAccess: on(vmSignIn, aPolicy({ controls: ['mfa', 'passwordChange'] })) },
    {
      status: 'fail',
      found:
        'The policy "VM sign-in" asks for a new password first, as the account is at risk: set one in the browser (Password).',
      remedies: [
        'ask: Conditional Access keeps me from signing in to a VM: "VM sign-in". Could ada@contoso.example be let in?',
      ],
      routes: {
        'web-account': 'warn',
        password: 'fail',
        'bastion-client': 'warn',
        'bastion-portal': 'warn',
      },
    },
  ],
  [
    'a control from the future',
    { account, conditionalAccess: on(vmSignIn, aPolicy({ controls: ['moonPhase'] })) },
    {
      status: 'warn',
      found: 'The policy "VM sign-in" asks for "moonPhase", which we do not know.',
      remedies: ['do: Try it: the sign-in window says what is missing.'],
    },
  ],
  [
    'an evaluation of nothing',
    { account, conditionalAccess: { evaluations: [] } },
    {
      status: 'unknown',
      because: 'Conditional Access evaluated none of the apps of this sign-in.',
    },
  ],
  [
    'policies that may not be read',
    {
      account,
      conditionalAccess: problem(
        'access-denied',
        'Microsoft Graph denied evaluating Conditional Access.',
        'Policy.Read.ConditionalAccess (Microsoft Graph, needs admin consent once)',
      ),
    },
    {
      status: 'unknown',
      because: 'Microsoft Graph denied evaluating Conditional Access.',
      missing: 'Policy.Read.ConditionalAccess (Microsoft Graph, needs admin consent once)',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(conditionalAccessAllowsTheRoute, known)).toEqual(expected);
});
