import { expect, it } from 'vitest';
import { VmId } from '../../../shared/azure/virtual-machine';
import { sampleVm } from '../../support/sample-vms';
import { startInNode } from '../../unit/electron/app-in-node';
import { fakeServices } from '../../unit/electron/fake-services';

const { id: vmId } = sampleVm('ready-01');

function roomAsking(conditions: string[], vms: readonly ReturnType<typeof sampleVm>[]) {
  const services = fakeServices();
  const inventory = {
    ...services.inventory,
    async forProfiles(condition: string | null) {
      conditions.push(condition ?? '');
      return { vms: vms.map((vm) => ({ ...vm, tags: { department: 'finance' } })), partial: [] };
    },
  };
  return startInNode({ real: async () => ({ ...services, inventory }) }).api.inventory;
}

it('asks Azure for the tags and the tenant of one VM', async () => {
  const conditions: string[] = [];
  const vm = sampleVm('ready-01');
  expect(await roomAsking(conditions, [vm]).scopeOf({ vmId })).toEqual({
    tenantId: vm.tenantId,
    tags: { department: 'finance' },
  });
  expect(conditions).toEqual([`id =~ '${vmId}'`]);
  expect(await roomAsking([], []).scopeOf({ vmId })).toBeNull();
});

it('asks nothing for an id that would end its place in the query', async () => {
  const conditions: string[] = [];
  const hostile = VmId.parse(`${vmId}'or'a'=='a`);
  expect(await roomAsking(conditions, []).scopeOf({ vmId: hostile })).toBeNull();
  expect(conditions).toEqual([]);
});
