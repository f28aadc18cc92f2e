import { planBatch } from '../../../main/profiles/batch/plan-batch';
import { runBatch } from '../../../main/profiles/batch/run-batch';
import { BatchOptions } from '../../../shared/profiles/batch-view';
import { listedVm } from '../listed-vms';

// Writes one batch and says how far it is: a test kills this process whenever it likes.
const [folder = '', count = '0', layout = ''] = process.argv.slice(2);
const vms = Array.from({ length: Number(count) }, (_, index) => listedVm(`vm-${index}`));
const text = `vm,user\n${vms.map(({ name }, index) => `${name},user-${index % 7}@x.y`).join('\n')}`;
const { signal } = new AbortController();
const batch = await planBatch(
  { kind: 'csv', name: 'vms.csv', text },
  BatchOptions.parse({ layout }),
  {
    inventory: { forProfiles: () => Promise.resolve({ vms, partial: [] }) },
    library: () =>
      Promise.resolve({ contents: () => Promise.resolve({ templates: [], profiles: [], problems: [] }) }),
  },
  { signal },
);
const { failed, kept, written } = await runBatch(batch, {
  folder,
  signer: null,
  signal,
  onProgress: (done) => process.send?.({ done }),
});
process.send?.({ failed, kept, written }, () => process.exit(0));
