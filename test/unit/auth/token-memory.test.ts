import { expect, test } from 'vitest';
import { TokenMemory } from '../../../main/auth/token-memory';

const minute = 60_000;

function tokenUntil(expiresAt: number) {
  return { token: 'eyJ…', expiresAt, tenantId: 'contoso' };
}

test('a token that lasts is given out again, and no longer once it has less than five minutes', () => {
  let now = 0;
  const memory = new TokenMemory(() => now);
  memory.keep('arm', tokenUntil(60 * minute));
  expect(memory.lasting('arm')?.expiresAt).toBe(60 * minute);
  expect(memory.lasting('graph')).toBeUndefined();

  now = 55 * minute;
  expect(memory.lasting('arm')).toBeUndefined();
});

test('nothing is remembered once it was forgotten', () => {
  const memory = new TokenMemory(() => 0);
  memory.keep('arm', tokenUntil(60 * minute));
  memory.forget();
  expect(memory.lasting('arm')).toBeUndefined();
});
