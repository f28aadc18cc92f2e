import { expect, it } from 'vitest';
import { type Status, unknown, worstOf } from '../../../shared/preflight/verdict';

it.each<[Status[], Status]>([
  [[], 'skip'],
  [['skip', 'pass'], 'pass'],
  [['pass', 'warn'], 'warn'],
  [['warn', 'unknown'], 'unknown'],
  [['unknown', 'fail', 'pass'], 'fail'],
])('the worst of %j is %s', (statuses, worst) => {
  expect(worstOf(statuses)).toBe(worst);
});

it('leaves out what is not missing', () => {
  expect(unknown('Nobody looked.')).toEqual({ status: 'unknown', because: 'Nobody looked.' });
});
