import { expect, it } from 'vitest';
import { type DenyAssignmentProperties, denyAssignmentFor } from '../../../main/azure/deny-assignments';
import { VmId } from '../../../shared/azure/virtual-machine';

const id = VmId.parse(
  '/subscriptions/s1/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01',
);
const everyone = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' };
const me = { id: 'ME', type: 'User' };
const group = { id: 'g1', type: 'Group' };

const judge = (parts: Partial<DenyAssignmentProperties>) =>
  denyAssignmentFor({ scope: '/subscriptions/s1', ...parts }, id, 'me');

it.each([
  ['names everyone', { principals: [everyone] }, true],
  ['names the account, in another letter case', { principals: [me] }, true],
  ['names a group, which may hold the account', { principals: [group] }, false],
  [
    'leaves out a group, which may hold the account',
    { principals: [everyone], excludePrincipals: [group] },
    false,
  ],
  [
    'is of the VM itself and not of what is below',
    { principals: [me], scope: id.toUpperCase(), doNotApplyToChildScopes: true },
    true,
  ],
] as const)('one that %s applies; for certain: %s', (_, parts, isCertain) => {
  expect(
    judge({ ...parts, principals: [...parts.principals] } as Partial<DenyAssignmentProperties>),
  ).toMatchObject({ isCertain });
});

it.each([
  ['names somebody else', { principals: [{ id: 'other', type: 'User' }] }],
  ['leaves the account out', { principals: [everyone], excludePrincipals: [me] }],
  ['is of a scope above and not of what is below', { principals: [everyone], doNotApplyToChildScopes: true }],
  ['names nobody', {}],
])('one that %s does not apply', (_, parts) => {
  expect(judge(parts)).toBeNull();
});
