import { expect, it } from 'vitest';
import type { EvaluatedPolicy } from '../../../../shared/entra/policy';
import { mfaCanBeMet } from '../../../../shared/preflight/checks/mfa-can-be-met';
import type { Facts } from '../../../../shared/preflight/fact';
import { anAccount, aPolicy, type Case, problem, verdictOf } from '../builders';

const account = anAccount();
const asking = (...policies: EvaluatedPolicy[]): Facts['conditionalAccess'] => ({
  evaluations: [{ appId: '372140e0-b3b7-4226-8ef9-d57986796201', policies }],
});
const pc = (helloForBusiness: Facts['pcJoin']['helloForBusiness']): Facts['pcJoin'] => ({
  isEntraJoined: true,
  isDomainJoined: false,
  isEntraRegistered: false,
  tenantId: null,
  workAccountTenantIds: [],
  hasRefreshToken: null,
  helloForBusiness,
});
const mfa = asking(aPolicy());

it.each<Case>([
  [
    'Hello for Business with certificates',
    { account, conditionalAccess: mfa, pcJoin: pc('certificate-trust') },
    {
      status: 'pass',
      found:
        'The policy "VM sign-in" asks ada@contoso.example for a second factor, which Windows Hello for Business with certificates gives.',
    },
  ],
  [
    'Hello for Business with keys',
    { account, conditionalAccess: mfa, pcJoin: pc('key-trust') },
    {
      status: 'warn',
      found:
        'The policy "VM sign-in" asks ada@contoso.example for a second factor. This PC has Windows Hello for Business by key trust (inferred), and Microsoft promises it for certificates only.',
      remedies: ['do: Choose the passwordless route, or try a PIN or fingerprint in place of the password.'],
    },
  ],
  [
    'Hello for Business by cloud trust',
    { account, conditionalAccess: mfa, pcJoin: pc('cloud-trust') },
    {
      status: 'warn',
      found:
        'The policy "VM sign-in" asks ada@contoso.example for a second factor. This PC has Windows Hello for Business by cloud trust (inferred), and Microsoft promises it for certificates only.',
      remedies: ['do: Choose the passwordless route, or try a PIN or fingerprint in place of the password.'],
    },
  ],
  [
    'no Hello for Business',
    { account, conditionalAccess: mfa, pcJoin: pc('none') },
    {
      status: 'fail',
      found:
        'The policy "VM sign-in" asks ada@contoso.example for a second factor, and a password alone does not give one: this PC has no Windows Hello for Business.',
      remedies: ['do: Choose the passwordless route: its sign-in window asks for the second factor.'],
    },
  ],
  [
    'no Hello for Business, and a strength asked',
    {
      account,
      conditionalAccess: asking(aPolicy({ controls: [], authenticationStrength: 'Phishing-resistant MFA' })),
      pcJoin: pc('none'),
    },
    {
      status: 'fail',
      found:
        'The policy "VM sign-in" asks ada@contoso.example for a second factor, and a password alone does not give one: this PC has no Windows Hello for Business.',
      remedies: ['do: Choose the passwordless route: its sign-in window asks for the second factor.'],
    },
  ],
  [
    'no Hello for Business, but a compliant device would do as well',
    {
      account,
      conditionalAccess: asking(aPolicy({ operator: 'OR', controls: ['mfa', 'compliantDevice'] })),
      pcJoin: pc('none'),
    },
    {
      status: 'warn',
      found:
        'The policy "VM sign-in" asks ada@contoso.example for a second factor, and a password alone does not give one: this PC has no Windows Hello for Business. Something else that the policy accepts may do.',
      remedies: ['do: Choose the passwordless route: its sign-in window asks for the second factor.'],
    },
  ],
  [
    'a report-only policy',
    { account, conditionalAccess: asking(aPolicy({ state: 'report-only' })), pcJoin: pc('none') },
    {
      status: 'skip',
      because: 'Conditional Access asks for no second factor here.',
    },
  ],
  [
    'a policy for the passwordless app only',
    {
      account,
      conditionalAccess: {
        evaluations: [{ appId: 'a4a365df-50f1-4397-bc59-1a1564b8bb9c', policies: [aPolicy()] }],
      },
      pcJoin: pc('none'),
    },
    {
      status: 'skip',
      because: 'Conditional Access asks for no second factor here.',
    },
  ],
  [
    'Hello for Business that does not show',
    { account, conditionalAccess: mfa, pcJoin: pc(null) },
    {
      status: 'unknown',
      because:
        'The policy "VM sign-in" asks ada@contoso.example for a second factor, and whether this PC has Windows Hello for Business does not show.',
    },
  ],
  [
    'a PC that could not be asked',
    { account, conditionalAccess: mfa, pcJoin: problem('unexpected', 'dsregcmd did not run.', null) },
    {
      status: 'unknown',
      because: 'dsregcmd did not run.',
    },
  ],
  [
    'a PC without Windows',
    { account, conditionalAccess: mfa, pcJoin: problem('not-here', 'This PC does not run Windows.', null) },
    {
      status: 'skip',
      because: 'This PC does not run Windows.',
    },
  ],
  [
    'policies that may not be read',
    { account, pcJoin: pc('none') },
    {
      status: 'skip',
      because: 'Whether Conditional Access asks for a second factor is not known.',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(mfaCanBeMet, known)).toEqual(expected);
});
