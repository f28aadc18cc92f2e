import { expect, it } from 'vitest';
import { openingDialog } from '../../../../../shared/rdp/lint/rules/opening-dialog';
import { lookAt, seen } from '../look-at';

it.each([
  ['an empty file', [], []],
  [
    'nothing shared',
    ['full address:s:a', 'redirectclipboard:i:0'],
    [seen('info', 1, '“Caution: Unknown remote connection”')],
  ],
  [
    'a signed file',
    ['full address:s:a', 'signature:s:AQABAAEAAABkAAAA'],
    [seen('info', 1, '“Verify the publisher of this remote connection”')],
  ],
  [
    'a box each',
    ['redirectclipboard:i:1', 'drivestoredirect:s:*', 'redirectdrives:i:1'],
    [
      seen('info', 1, 'Caution'),
      seen('info', 2, 'the box “Drives”, unticked, as “drivestoredirect” asks'),
      seen('info', 1, 'the box “Clipboard”'),
    ],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(openingDialog, lines)).toEqual(observations);
});
