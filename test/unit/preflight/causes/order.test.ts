import { expect, it } from 'vitest';
import { assembleReport } from '../../../../shared/preflight/assemble-report';
import { causes } from '../../../../shared/preflight/causes';
import { checks } from '../../../../shared/preflight/registry';
import {
  aDevice,
  aLoginExtension,
  anAccount,
  aVm,
  circumstances,
  gatheredFrom,
  type Known,
  vmId,
} from '../builders';

const causeOf = (known: Known) =>
  assembleReport({ vmId, name: 'web-01' }, checks, causes, gatheredFrom(known), circumstances).cause?.id ??
  null;

const stopped = aVm({}, { powerState: 'deallocated' });
const guest = anAccount({ userType: 'Guest' });

it('has one pattern of each name', () => {
  expect(new Set(causes.map(({ id }) => id)).size).toBe(causes.length);
});

it.each<[string, Known, string | null]>([
  ['being a guest before the VM being stopped', { account: guest, vm: stopped }, 'wrong-tenant-or-guest'],
  [
    'the VM being stopped before its never having joined',
    { account: anAccount(), vm: stopped, vmExtensions: [], vmDevices: [] },
    'vm-stopped',
  ],
  [
    'never having joined before a missing role',
    { account: anAccount(), vm: aVm(), vmExtensions: [], vmDevices: [], permissions: [] },
    'never-joined',
  ],
  [
    'nothing where nothing is wrong',
    { account: anAccount(), vm: aVm(), vmExtensions: [aLoginExtension()], vmDevices: [aDevice()] },
    null,
  ],
])('names %s', (_, known, expected) => {
  expect(causeOf(known)).toBe(expected);
});
