import fc from 'fast-check';
import { expect, it } from 'vitest';
import { profileFileName } from '../../../shared/rdp/profile-name';

it.each([
  ['ready-01', 'ready-01.rdp'],
  ['Ready 01', 'Ready 01.rdp'],
  ['../../evil', 'evil.rdp'],
  ['C:\\Windows\\evil', 'C--Windows-evil.rdp'],
  ['con', 'vm-con.rdp'],
  ['AUX.txt', 'vm-AUX.txt.rdp'],
  ['com¹', 'vm-com¹.rdp'],
  ['con .x', 'vm-con .x.rdp'],
  ['console', 'console.rdp'],
  ['web-01. ', 'web-01.rdp'],
  ['.hidden', 'hidden.rdp'],
  ['--help', 'help.rdp'],
  ['moc.evil\u202e.exe', 'moc.evil-.exe.rdp'],
  ['', 'vm.rdp'],
  ['...', 'vm.rdp'],
  ['büro-01', 'büro-01.rdp'],
])('%j becomes %s', (name, file) => {
  expect(profileFileName(name)).toBe(file);
});

it('is a plain, short file name for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const file = profileFileName(name);
      expect(file).toMatch(/^[^.\s-][^<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]*\.rdp$/u);
      expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *\./i);
      expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(255);
    }),
    { numRuns: 2000 },
  );
});
