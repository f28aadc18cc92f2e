import type { Api } from '../../shared/ipc/contract';
import { type IndexedVm, indexVm } from './search-index';

interface LastList {
  readonly rows: readonly IndexedVm[];
  readonly asOf: string;
}

/** The list that was saved on this PC, whole; null where there is none. It comes in pages, as Azure's does. */
export async function readLastList(api: Api): Promise<LastList | null> {
  const runId = crypto.randomUUID();
  const rows: IndexedVm[] = [];
  const stopListening = api.inventory.onPage((page) => {
    if (page.runId === runId) for (const vm of page.vms) rows.push(indexVm(vm));
  });
  try {
    const last = await api.inventory.last({ runId });
    return last && { rows, asOf: last.asOf };
  } finally {
    stopListening();
  }
}
