import { expect, it } from 'vitest';
import { misleadingText } from '../../../../../shared/rdp/lint/rules/misleading-text';
import { lookAt, seen } from '../look-at';

it.each([
  ['plain names', ['full address:s:web-01', 'remoteapplicationname:s:Büro'], []],
  ['a name in one other alphabet', ['remoteapplicationname:s:Бухг\u0430лтерия'], []],
  ['text turned around', ['full address:s:moc.\u202eexample'], [seen('high', 1, '‹U+202E›')]],
  [
    'letters that look alike',
    ['gatewayhostname:s:g\u0430teway.contoso.example'],
    [seen('high', 1, 'alphabets that look alike')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(misleadingText, lines)).toEqual(observations);
});
