import { expect, it } from 'vitest';
import { createLastRun } from '../../../main/electron/last-run';
import { VmId } from '../../../shared/azure/virtual-machine';
import { report, vmId } from './fake-services';

const other = VmId.parse(vmId.replace('ready-01', 'ready-02'));
const run = { report, gathered: {} };
const better = { report, gathered: {} };

it('keeps the run of the VM that was looked at last, and of no other', () => {
  const last = createLastRun();
  expect(() => last.of(vmId)).toThrow(/not looked at last/);
  last.keep(vmId, run);
  expect(last.of(vmId)).toBe(run);
  expect(() => last.of(other)).toThrow(/not looked at last/);
  last.forget();
  expect(() => last.of(vmId)).toThrow(/not looked at last/);
});

it('takes a better run in place of its own, and not of a later one', () => {
  const last = createLastRun();
  last.keep(vmId, run);
  last.refine(run, better);
  expect(last.of(vmId)).toBe(better);
  last.keep(other, run);
  last.refine(better, better);
  expect(last.of(other)).toBe(run);
});
