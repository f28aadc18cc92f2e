import { expect, it } from 'vitest';
import { noLoginRole } from '../../../../shared/preflight/causes/no-login-role';
import { aVm, type Known } from '../builders';
import { sentenceOf } from './case-file';

const entry = (dataActions: string[]) => ({
  actions: ['*/read'],
  notActions: [],
  dataActions,
  notDataActions: [],
});

it.each<[string, Known, string | null]>([
  [
    'a Reader',
    { vm: aVm(), permissions: [entry([])], roleAssignments: [], roleEligibilities: [] },
    'You have no role that lets you sign in to this VM.',
  ],
  [
    'one who may sign in',
    {
      vm: aVm(),
      permissions: [entry(['Microsoft.Compute/virtualMachines/login/action'])],
      roleAssignments: [],
      roleEligibilities: [],
    },
    null,
  ],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(noLoginRole, known)).toBe(sentence);
});
