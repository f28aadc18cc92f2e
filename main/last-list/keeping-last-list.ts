import type { Inventory } from '../azure/inventory';
import { growList } from './last-list-file';
import type { LastLists, ListOwner } from './last-lists';

/** The same inventory; every list that came to its end is saved, while whoever asked goes on. */
export function keepingLastList(
  inventory: Inventory,
  lists: LastLists,
  owner: (signal: AbortSignal) => Promise<ListOwner>,
): Inventory {
  return {
    ...inventory,
    async list(onPage, signal) {
      const whose = await owner(signal);
      const growing = growList();
      try {
        const end = await inventory.list((vms, soFar, total) => {
          onPage(vms, soFar, total);
          growing.add(vms);
        }, signal);
        lists.keep(whose, growing, end);
        return end;
      } catch (error) {
        growing.discard();
        throw error;
      }
    },
  };
}
