import { expect, it } from 'vitest';
import { wrongTenantOrGuest } from '../../../../shared/preflight/causes/wrong-tenant-or-guest';
import { anAccount, aVm, type Known, otherTenantId } from '../builders';
import { sentenceOf } from './case-file';

it.each<[string, Known, string | null]>([
  [
    'a guest',
    { account: anAccount({ userType: 'Guest' }), vm: aVm() },
    'ada@contoso.example is a guest in the tenant of this VM, and guests cannot sign in to VMs.',
  ],
  [
    'an account signed in elsewhere',
    { account: anAccount({ tenantId: otherTenantId, homeTenantId: otherTenantId }), vm: aVm() },
    'ada@contoso.example is signed in to another tenant than the one this VM belongs to.',
  ],
  ['a member of the tenant', { vm: aVm() }, null],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(wrongTenantOrGuest, known)).toBe(sentence);
});
