import { conditionOfVm } from '../../../azure/condition-of-vm';
import type { Runs } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

export function inventoryHandlers({ live, announce }: RoomContext, runs: Runs): RoomHandlers<'inventory'> {
  return {
    async list({ runId }) {
      return runs.during(runId, async (signal) => {
        const { inventory } = await live.current();
        signal.throwIfAborted();
        const { asOf, total, partial } = await inventory.list((vms, soFar, ofTotal) => {
          announce.inventory.page({ runId, vms: [...vms], soFar, total: ofTotal });
        }, signal);
        return { asOf, total, partial: [...partial] };
      });
    },
    async last({ runId }) {
      return runs.during(runId, async (signal) => {
        const { lastList } = await live.current();
        signal.throwIfAborted();
        let soFar = 0;
        const head = await lastList.read((vms) => {
          soFar += vms.length;
          announce.inventory.page({ runId, vms: [...vms], soFar, total: null });
        }, signal);
        return head && { asOf: head.asOf, total: head.total, partial: head.partial };
      });
    },
    async scopeOf({ vmId }) {
      const condition = conditionOfVm(vmId);
      if (condition === null) return null;
      const { inventory } = await live.current();
      const {
        vms: [vm],
      } = await inventory.forProfiles(condition, () => undefined, new AbortController().signal);
      return vm ? { tenantId: vm.tenantId, tags: { ...vm.tags } } : null;
    },
    async lastHead() {
      const { lastList } = await live.current();
      const head = await lastList.head(new AbortController().signal);
      return head && { asOf: head.asOf, username: head.username };
    },
    async cancel({ runId }) {
      runs.cancel(runId);
    },
  };
}
