import { expect, it } from 'vitest';
import { managesButMayNotSignIn } from '../../../../shared/preflight/causes/manages-but-may-not-sign-in';
import { aRoleAssignment, aVm, type Known } from '../builders';
import { sentenceOf } from './case-file';

const entry = (actions: string[], dataActions: string[] = []) => ({
  actions,
  notActions: [],
  dataActions,
  notDataActions: [],
});

it.each<[string, Known, string | null]>([
  [
    'an Owner',
    { vm: aVm(), permissions: [entry(['*'])] },
    'You manage this VM (Owner), but managing it does not include signing in to it.',
  ],
  [
    'a Virtual Machine Contributor by its assignment',
    {
      vm: aVm(),
      permissions: [entry(['Microsoft.Compute/virtualMachines/*'])],
      roleAssignments: [
        aRoleAssignment({
          roleId: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
          roleName: 'Virtual Machine Contributor',
        }),
      ],
    },
    'You manage this VM (Virtual Machine Contributor), but managing it does not include signing in to it.',
  ],
  ['a Reader', { vm: aVm(), permissions: [entry(['*/read'])] }, null],
  ['an Owner who may sign in as well', { vm: aVm(), permissions: [entry(['*'], ['*'])] }, null],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(managesButMayNotSignIn, known)).toBe(sentence);
});
