import { expect, it } from 'vitest';
import { noDenyAssignmentBlocksLogin } from '../../../../shared/preflight/checks/no-deny-assignment-blocks-login';
import { anAccount, aVm, type Case, subscriptionId, verdictOf } from '../builders';

const deny = (dataActions: string[], isCertain = true, notDataActions: string[] = []) => ({
  name: 'Locked by the platform',
  scope: `/subscriptions/${subscriptionId}/resourceGroups/rg-app`,
  permissions: [{ actions: [], notActions: [], dataActions, notDataActions }],
  isCertain,
});
const facts = { vm: aVm(), account: anAccount() };
const login = 'Microsoft.Compute/virtualMachines/login/action';

it.each<Case>([
  [
    'no deny assignment',
    { ...facts, denyAssignments: [] },
    {
      status: 'pass',
      found: 'There is no deny assignment on web-01.',
    },
  ],
  [
    'one about something else',
    { ...facts, denyAssignments: [deny(['Microsoft.Storage/*'])] },
    {
      status: 'pass',
      found: 'No deny assignment on web-01 is about signing in (1 looked at).',
    },
  ],
  [
    'one that forbids the sign-in',
    { ...facts, denyAssignments: [deny([login])] },
    {
      status: 'fail',
      found:
        'The deny assignment "Locked by the platform" on resource group rg-app forbids ada@contoso.example to sign in to web-01. It outweighs every role.',
      remedies: [
        'do: A deny assignment comes from a managed application or a deployment stack: it is changed there.',
        'ask: Please exclude ada@contoso.example from the deny assignment "Locked by the platform", which forbids signing in to web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'one that forbids everything',
    { ...facts, denyAssignments: [deny(['*'])] },
    {
      status: 'fail',
      found:
        'The deny assignment "Locked by the platform" on resource group rg-app forbids ada@contoso.example to sign in to web-01. It outweighs every role.',
      remedies: [
        'do: A deny assignment comes from a managed application or a deployment stack: it is changed there.',
        'ask: Please exclude ada@contoso.example from the deny assignment "Locked by the platform", which forbids signing in to web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'one that forbids everything but the sign-in',
    { ...facts, denyAssignments: [deny(['*'], true, ['Microsoft.Compute/*'])] },
    {
      status: 'pass',
      found: 'No deny assignment on web-01 is about signing in (1 looked at).',
    },
  ],
  [
    'one for a group nobody could look into',
    { ...facts, denyAssignments: [deny([login], false)] },
    {
      status: 'warn',
      found:
        'The deny assignment "Locked by the platform" forbids signing in to web-01 to a group. Whether ada@contoso.example is in it could not be read.',
      remedies: [
        'ask: Does the deny assignment "Locked by the platform" on web-01 hold for ada@contoso.example?',
      ],
    },
  ],
  [
    'one that only forbids signing in as administrator',
    { ...facts, denyAssignments: [deny(['Microsoft.Compute/virtualMachines/loginAsAdmin/action'])] },
    {
      status: 'warn',
      found: 'The deny assignment "Locked by the platform" forbids signing in as administrator.',
      remedies: ['do: Sign in as a standard user, for which Virtual Machine User Login is enough.'],
    },
  ],
  [
    'deny assignments that may not be read',
    facts,
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(noDenyAssignmentBlocksLogin, known)).toEqual(expected);
});
