import { expect, it } from 'vitest';
import { signatureMalformed } from '../../../../../shared/rdp/lint/rules/signature-malformed';
import { lookAt, seen } from '../look-at';

it.each([
  ['no signature', ['full address:s:a'], []],
  ['a sound one', ['full address:s:a', 'signscope:s:Full Address', 'signature:s:AQABAAEA  AABkAAAA'], []],
  ['a scope alone', ['signscope:s:Full Address'], [seen('medium', 1, 'there is no signature')]],
  ['no scope', ['signature:s:AQABAAEAAABkAAAA'], [seen('medium', 1, 'no “signscope”')]],
  [
    'a broken one',
    ['full address:s:a', 'signscope:s:Full Address', 'signature:s:%%%'],
    [seen('medium', 3, 'not base64')],
  ],
  [
    'another beginning',
    ['full address:s:a', 'signscope:s:Full Address', 'signature:s:MIIC'],
    [seen('medium', 3, 'does not start')],
  ],
  [
    'a signed line that is gone',
    ['full address:s:a', 'signscope:s:Full Address,Server Port', 'signature:s:AQABAAEAAABkAAAA'],
    [seen('medium', 2, 'any more: Server Port')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(signatureMalformed, lines)).toEqual(observations);
});
