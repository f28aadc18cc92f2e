import { expect, it } from 'vitest';
import { vmStopped } from '../../../../shared/preflight/causes/vm-stopped';
import { aVm, type Known } from '../builders';
import { sentenceOf } from './case-file';

const stopped = aVm({}, { powerState: 'deallocated' });

it.each<[string, Known, string | null]>([
  ['a stopped VM', { vm: stopped }, 'web-01 is deallocated: it has to be started first.'],
  [
    'a stopped VM and no role: one request, not two',
    { vm: stopped, permissions: [] },
    'web-01 is deallocated: it has to be started first. The login role is missing too: ask for both at once.',
  ],
  ['a running VM', { vm: aVm() }, null],
  ['a VM nobody could look at', {}, null],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(vmStopped, known)).toBe(sentence);
});
