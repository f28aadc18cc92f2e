import { expect, it } from 'vitest';
import { nameNeverRegistered } from '../../../../shared/preflight/causes/name-never-registered';
import { aDevice, aVm, type Known } from '../builders';
import { sentenceOf } from './case-file';

const target = (isRegistered: boolean | null) => ({
  address: 'web-01.corp.example',
  port: 3389,
  why: 'It was given.',
  isRegistered,
  resolves: true,
  passwordFallback: null,
});
const joined: Known = { vm: aVm(), vmDevices: [aDevice()] };

it.each<[string, Known, string | null]>([
  [
    'a name the device does not have',
    { ...joined, target: target(false) },
    'Entra ID never registered the name web-01.corp.example: it knows the VM as WEB-01.',
  ],
  ['a name it has', { ...joined, target: target(true) }, null],
  ['a device nobody could read', { vm: aVm(), target: target(null) }, null],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(nameNeverRegistered, known)).toBe(sentence);
});
