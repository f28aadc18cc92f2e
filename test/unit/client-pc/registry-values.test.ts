import { expect, it } from 'vitest';
import { numberIn, parseRegistryValues, switchIn, textIn } from '../../../shared/client-pc/registry-values';

const printed = [
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
  '    ProductName    REG_SZ    Windows 10 Pro',
  '    UBR    REG_DWORD    0x92a',
  '    A name with blanks    REG_EXPAND_SZ    %SystemRoot%\\x    y',
  '    Empty    REG_SZ    ',
  '    Nothing    REG_NONE',
  '    Text number    REG_SZ    674',
  '    Blob    REG_BINARY    00FF',
  '    Huge    REG_QWORD    0xffffffffffffffff',
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Accessibility',
].join('\r\n');
const values = parseRegistryValues(printed);

it('reads every value and no key', () => {
  expect([...values.keys()]).toEqual([
    'productname',
    'ubr',
    'a name with blanks',
    'empty',
    'nothing',
    'text number',
    'blob',
    'huge',
  ]);
});

it.each([
  ['UBR', 2346],
  ['ubr', 2346],
  ['Text number', 674],
  ['ProductName', null],
  ['Blob', null],
  ['Empty', null],
  ['Huge', null],
  ['Missing', null],
])('takes %s for the number %s', (name, expected) => {
  expect(numberIn(values, name)).toBe(expected);
});

it.each([
  ['ProductName', 'Windows 10 Pro'],
  ['A name with blanks', '%SystemRoot%\\x    y'],
  ['Empty', null],
  ['Blob', null],
  ['Nothing', null],
])('takes %s for the text %s', (name, expected) => {
  expect(textIn(values, name)).toBe(expected);
});

it.each([
  ['0x1', true],
  ['0x0', false],
  ['0x2', null],
])('takes %s for the switch %s', (data, expected) => {
  const one = parseRegistryValues(`    On    REG_DWORD    ${data}`);
  expect(switchIn(one, 'On')).toBe(expected);
});
