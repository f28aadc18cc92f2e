import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { watchForLostOutput } from '../../../main/cli/lost-output';

it.each([
  ['a reader that went away', 'stdout', 'EPIPE', [0], ''],
  ['a full disk', 'stdout', 'ENOSPC', [1], 'The answer could not be written (ENOSPC).\n'],
  ['nobody for the remarks', 'stderr', 'EPIPE', [], ''],
  ['no room for the remarks', 'stderr', 'ENOSPC', [], ''],
] as const)('ends as it should for %s', (_, name, code, exits, told) => {
  const ended: number[] = [];
  const remarks: string[] = [];
  const write = (text: string) => remarks.push(text);
  const streams = { stdout: new EventEmitter(), stderr: Object.assign(new EventEmitter(), { write }) };
  watchForLostOutput(streams, (exit) => ended.push(exit));
  streams[name].emit('error', Object.assign(new Error(code), { code }));
  expect(ended).toEqual(exits);
  expect(remarks.join('')).toBe(told);
});
