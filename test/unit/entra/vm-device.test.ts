import { describe, expect, it } from 'vitest';
import { currentDeviceOf, leftoversOf, unmarkedDeviceOf } from '../../../shared/entra/vm-device';
import { aDevice, aVm } from '../preflight/builders';

const vm = aVm({ createdAt: '2026-01-02T03:00:00Z' });
const old = aDevice({ displayName: 'OLD', registeredAt: '2025-01-01T00:00:00Z' });
const first = aDevice({ displayName: 'FIRST', registeredAt: '2026-01-02T03:10:00Z' });
const second = aDevice({ displayName: 'SECOND', registeredAt: '2026-05-05T00:00:00Z' });
const elsewhere = aDevice({ displayName: 'ELSEWHERE', azureResourceId: '/subscriptions/another' });
const unmarked = aDevice({ displayName: 'UNMARKED', azureResourceId: null });

describe('the device of this very VM', () => {
  it.each([
    ['is the newest of its registrations', [first, second], 'SECOND'],
    ['is in any order the newest', [second, first], 'SECOND'],
    ['is not what an earlier VM left behind', [old], undefined],
    ['is not of another VM, nor of none', [elsewhere, unmarked], undefined],
    [
      'may lack its time of registration',
      [aDevice({ displayName: 'UNDATED', registeredAt: null })],
      'UNDATED',
    ],
    [
      'may be older than the VM says it is, if it has signed in since',
      [{ ...old, lastSignInAt: '2026-11-01T00:00:00Z' }],
      'OLD',
    ],
    ['is not there among none', [], undefined],
  ] as const)('%s', (_, devices, name) => {
    expect(currentDeviceOf(vm, devices)?.displayName).toBe(name);
  });

  it('is not called a leftover while nobody knows when the VM was made', () => {
    expect(currentDeviceOf(aVm({ createdAt: null }), [old])?.displayName).toBe('OLD');
  });
});

it('tells leftovers apart', () => {
  expect(leftoversOf(vm, [old, first, elsewhere])).toEqual([old]);
});

it.each([
  ['one of its host name that does not say whose it is', {}, 'WEB-01'],
  ['one whose host names cannot be read, by its display name', { hostNames: null }, 'WEB-01'],
  ['not one older than the VM', { registeredAt: '2025-05-05T00:00:00Z' }, undefined],
  ['not one of another VM', { azureResourceId: '/subscriptions/another' }, undefined],
  ['not one of another host name', { hostNames: ['elsewhere'] }, undefined],
  ["not somebody's registered PC", { trustType: 'Workplace' }, undefined],
])('takes for perhaps its own: %s', (_, changes, name) => {
  const device = aDevice({ azureResourceId: null, ...changes });
  expect(unmarkedDeviceOf(aVm(), 'web-01', [device])?.displayName).toBe(name);
});
