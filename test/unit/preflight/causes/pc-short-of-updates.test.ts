import { expect, it } from 'vitest';
import { pcShortOfUpdates } from '../../../../shared/preflight/causes/pc-short-of-updates';
import { aPc, type Known } from '../builders';
import { sentenceOf } from './case-file';

it.each<[string, Known, string | null]>([
  [
    'Windows 10 before the update of October 2022',
    { thisPc: aPc({ build: 19045, revision: 1889 }) },
    'This PC is short of updates: it runs Windows 10 22H2 (19045.1889), and passwordless sign-in came with 19045.2130 (KB5018410, October 2022).',
  ],
  ['Windows 10 with it', { thisPc: aPc({ build: 19045, revision: 2130 }) }, null],
  ['a release no update helps', { thisPc: aPc({ build: 18363, revision: 1 }) }, null],
  [
    'a PC without Windows',
    { thisPc: aPc({ os: 'linux', build: null, revision: null, installationType: null }) },
    null,
  ],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(pcShortOfUpdates, known)).toBe(sentence);
});
