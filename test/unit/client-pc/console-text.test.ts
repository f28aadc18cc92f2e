import { expect, it } from 'vitest';
import { consoleText, needsCodePage } from '../../../shared/client-pc/console-text';

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : [part])));

it.each([
  ['plain text', bytes('User: ada'), '850', 'User: ada'],
  ['UTF-8', bytes('User: José'), '850', 'User: José'],
  ['code page 850', bytes('Jos', 0x82), '850', 'José'],
  ['code page 437', bytes('Jos', 0x82), '437', 'José'],
  ['code page 852', bytes(0x9d, 0xa2, 'd', 0xab), '852', 'Łódź'],
  ['code page 866', bytes(0x80, 0xa4, 0xa0), '866', 'Ада'],
  ['code page 932', bytes(0x93, 0xfa, 0x96, 0x7b), '932', '日本'],
  ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...Buffer.from('Łódź', 'utf16le')]), '850', 'Łódź'],
  ['UTF-16 without', Uint8Array.from(Buffer.from('User: José', 'utf16le')), '850', 'User: José'],
  ['nothing', new Uint8Array(), '850', ''],
])('reads %s', (_, given, codePage, expected) => {
  expect(consoleText(given, codePage)).toBe(expected);
});

it('loses accents alone where the code page is unknown', () => {
  expect(consoleText(bytes('Jos', 0x82, ' here'), '99999')).toBe('Jos\uFFFD here');
});

it.each([
  ['plain text', bytes('ada'), false],
  ['UTF-8', bytes('é'), false],
  ['UTF-16', Uint8Array.from(Buffer.from('José was here', 'utf16le')), false],
  ['anything else', bytes('Jos', 0x82), true],
])('needs a code page for %s: %s', (_, given, expected) => {
  expect(needsCodePage(given)).toBe(expected);
});
