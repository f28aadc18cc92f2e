import { expect, it } from 'vitest';
import { signInAppExists } from '../../../../shared/preflight/checks/sign-in-app-exists';
import { anAccount, type Case, verdictOf } from '../builders';

const vmSignIn = '372140e0-b3b7-4226-8ef9-d57986796201';
const remoteDesktop = 'a4a365df-50f1-4397-bc59-1a1564b8bb9c';
const cloudLogin = '270efc09-cd0d-444b-a71f-39af4910ec45';
const app = (appId: string, changes: object = {}) => ({
  appId,
  objectId: `object-of-${appId.slice(0, 8)}`,
  isEnabled: true,
  requiresAssignment: false,
  isAssigned: null,
  ...changes,
});
const missing = { objectId: null };
const account = anAccount();

it.each<Case>([
  [
    'all three apps',
    { account, signInApps: [app(vmSignIn), app(remoteDesktop), app(cloudLogin)] },
    {
      status: 'pass',
      found: 'Microsoft Azure Windows Virtual Machine Sign-in is there, enabled, and open to this account.',
    },
  ],
  [
    'no app for VM sign-in',
    { account, signInApps: [app(vmSignIn, missing), app(remoteDesktop), app(cloudLogin)] },
    {
      status: 'warn',
      found:
        'The tenant lacks the app Microsoft Azure Windows Virtual Machine Sign-in. Sign-in works without it; Conditional Access cannot be aimed at it.',
      remedies: [
        'az: az ad sp create --id 372140e0-b3b7-4226-8ef9-d57986796201',
        'powershell: New-MgServicePrincipal -AppId 372140e0-b3b7-4226-8ef9-d57986796201',
      ],
    },
  ],
  [
    'only the app for VM sign-in',
    { account, signInApps: [app(vmSignIn), app(remoteDesktop, missing), app(cloudLogin, missing)] },
    {
      status: 'pass',
      found: 'Microsoft Azure Windows Virtual Machine Sign-in is there, enabled, and open to this account.',
    },
  ],
  [
    'the app for VM sign-in disabled',
    { account, signInApps: [app(vmSignIn, { isEnabled: false })] },
    {
      status: 'fail',
      found:
        'The app Microsoft Azure Windows Virtual Machine Sign-in is disabled in this tenant, so no sign-in that goes through it succeeds.',
      remedies: [
        'ask: Please enable the enterprise application Microsoft Azure Windows Virtual Machine Sign-in (372140e0-b3b7-4226-8ef9-d57986796201) for users to sign in.',
      ],
    },
  ],
  [
    'a passwordless app disabled',
    { account, signInApps: [app(vmSignIn), app(remoteDesktop, { isEnabled: false })] },
    {
      status: 'fail',
      found:
        'The app Microsoft Remote Desktop is disabled in this tenant, so no sign-in that goes through it succeeds.',
      remedies: [
        'ask: Please enable the enterprise application Microsoft Remote Desktop (a4a365df-50f1-4397-bc59-1a1564b8bb9c) for users to sign in.',
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
    'an app for assigned accounts, this one not among them',
    { account, signInApps: [app(vmSignIn, { requiresAssignment: true, isAssigned: false })] },
    {
      status: 'fail',
      found:
        'The app Microsoft Azure Windows Virtual Machine Sign-in is open to assigned accounts only, and ada@contoso.example is not assigned.',
      remedies: [
        'ask: Please assign ada@contoso.example to the enterprise application Microsoft Azure Windows Virtual Machine Sign-in, or switch off that it requires assignment.',
      ],
    },
  ],
  [
    'an app for assigned accounts, this one among them',
    { account, signInApps: [app(vmSignIn, { requiresAssignment: true, isAssigned: true })] },
    {
      status: 'pass',
      found: 'Microsoft Azure Windows Virtual Machine Sign-in is there, enabled, and open to this account.',
    },
  ],
  [
    'an app for assigned accounts, and nobody could say who they are',
    { account, signInApps: [app(vmSignIn), app(cloudLogin, { requiresAssignment: true })] },
    {
      status: 'unknown',
      because:
        'Windows Cloud Login is open to assigned accounts only, and whether ada@contoso.example is one could not be read.',
      missing: 'Application.Read.All (Microsoft Graph, needs admin consent once)',
      routes: {
        'web-account': 'unknown',
        password: 'pass',
        'bastion-client': 'unknown',
        'bastion-portal': 'unknown',
      },
    },
  ],
  [
    'apps that may not be read',
    { account },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(signInAppExists, known)).toEqual(expected);
});
