import { expect, it } from 'vitest';
import { deprecatedSetting } from '../../../../../shared/rdp/lint/rules/deprecated-setting';
import { lookAt, seen } from '../look-at';

it.each([
  ['a setting of today', ['enablerdsaadauth:i:1'], []],
  ['one of the past', ['targetisaadjoined:i:1'], [seen('info', 1, 'of the past')]],
  ['one turned off', ['redirectdrives:i:0'], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(deprecatedSetting, lines)).toEqual(observations);
});
