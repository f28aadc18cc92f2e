import { expect, it } from 'vitest';
import { sharesMicrophone } from '../../../../../shared/rdp/lint/rules/shares-microphone';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['audiocapturemode:i:0'], []],
  ['asked for', ['full address:s:a', 'audiocapturemode:i:1'], [seen('medium', 2, '“audiocapturemode” is 1')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesMicrophone, lines)).toEqual(observations);
});
