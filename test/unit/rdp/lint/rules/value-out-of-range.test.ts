import { expect, it } from 'vitest';
import { valueOutOfRange } from '../../../../../shared/rdp/lint/rules/value-out-of-range';
import { lookAt, seen } from '../look-at';

it.each([
  ['a good value', ['authentication level:i:2'], []],
  ['blanks', ['authentication level:i: 2'], []],
  ['hexadecimal of a good value', ['authentication level:i:0x2'], []],
  ['a value it does not have', ['audiomode:i:9'], [seen('medium', 1, 'takes 0 (play here)')]],
  ['a port too far', ['server port:i:70000'], [seen('medium', 1, 'from 1 to 65535')]],
  ['no value', ['use multimon:i:'], [seen('medium', 1, 'an empty value is none')]],
  ['a secret', ['password 51:b:xyz'], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(valueOutOfRange, lines)).toEqual(observations);
});
