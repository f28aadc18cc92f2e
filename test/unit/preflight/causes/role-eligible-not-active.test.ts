import { expect, it } from 'vitest';
import { roleEligibleNotActive } from '../../../../shared/preflight/causes/role-eligible-not-active';
import { aVm, type Known, vmId } from '../builders';
import { sentenceOf } from './case-file';

const eligible = (endsAt: string | null): Known => ({
  vm: aVm(),
  permissions: [],
  roleEligibilities: [
    { roleId: 'fb879df8-f326-4884-b1cf-06f3ad86be52', roleName: null, scope: vmId, endsAt },
  ],
});

it.each<[string, Known, string | null]>([
  [
    'an eligible role',
    eligible(null),
    'Your role is eligible but not active: activate Virtual Machine User Login, then connect.',
  ],
  ['an eligibility that has run out', eligible('2026-11-22T11:59:00Z'), null],
  ['no role at all', { vm: aVm(), permissions: [] }, null],
  [
    'an eligible role beside one that is active',
    {
      ...eligible(null),
      permissions: [
        {
          actions: [],
          notActions: [],
          dataActions: ['Microsoft.Compute/virtualMachines/login/action'],
          notDataActions: [],
        },
      ],
    },
    null,
  ],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(roleEligibleNotActive, known)).toBe(sentence);
});
