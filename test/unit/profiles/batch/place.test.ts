import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClaims } from '../../../../shared/profiles/batch/claims';
import { placeGiven, sameOnDisk } from '../../../../shared/profiles/batch/place';

describe('a name that a row asks for', () => {
  it.each([
    ['ready', 'ready.rdp'],
    ['ready.RDP', 'ready.RDP'],
    ['finance/ready.rdp', 'finance/ready.rdp'],
    ['a\\b\\c', 'a/b/c.rdp'],
    ['cafe\u0301', 'caf\u00e9.rdp'],
  ])('%j is %j', (out, path) => {
    expect(placeGiven(out)).toEqual({ path, problem: null });
  });

  it.each([
    ['../evil', 'would lead out'],
    ['a/../../evil', 'would lead out'],
    ['..\\evil', 'would lead out'],
    ['..', 'begins with a dot'],
    ['./a', 'no name of a folder'],
    ['/etc/passwd', 'absolute path'],
    ['\\\\server\\share\\a', 'absolute path'],
    ['C:\\a.rdp', 'drive letter'],
    ['c:a', 'drive letter'],
    ['a//b', 'a folder without a name'],
    ['con', '“con.rdp” is a device'],
    ['NUL.txt/a', 'is a device'],
    ['a/com1', 'is a device'],
    ['x'.repeat(300), '304 characters'],
    ['\u{1f600}'.repeat(60), 'bytes'],
    ['a./b', 'ends with a blank or a dot'],
    ['a /b', 'ends with a blank or a dot'],
    [' a/ b', 'begins with a blank'],
    ['.hidden', 'begins with a dot'],
    ['a\u0007b', 'cannot be seen'],
    ['a\u202egpj', 'cannot be seen'],
    ['ab:b', 'it holds :'],
    ['a|b', 'it holds |'],
    ['a*', 'it holds *'],
  ])('%j is refused', (out, why) => {
    const { path, problem } = placeGiven(out);
    expect(path).toBeNull();
    expect(problem).toContain(why);
  });

  it('never leaves the folder, on any system', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      'a',
      'con',
      ':',
      ' ',
      '\0',
      'C:',
      '~',
      '%',
      '\u2025',
      '\uff0e',
      '.rdp',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (out) => {
          const { path } = placeGiven(out);
          if (path === null) return;
          for (const system of [posix, win32]) {
            const root = system === posix ? '/batch' : 'C:\\batch';
            const full = system.resolve(root, path);
            expect(full.startsWith(root + system.sep)).toBe(true);
            expect(system.relative(root, full).split(system.sep)).toEqual(path.split('/'));
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('places', () => {
  it.each([
    ['another letter case', 'Ready.rdp', 'READY.RDP'],
    ['another form of Unicode', 'caf\u00e9.rdp', 'cafe\u0301.rdp'],
    ['full width', 'a.rdp', '\uff41.rdp'],
    ['sharp s', 'stra\u00dfe.rdp', 'STRASSE.RDP'],
  ])('are the same in %s', (_, a, b) => {
    expect(sameOnDisk(a)).toBe(sameOnDisk(b));
  });

  it('are taken once, by files and by folders', () => {
    const claims = createClaims();
    const claim = { line: 2, path: 'a/b.rdp', content: '' };
    claims.take('', 'a/b.rdp', claim);
    expect(claims.holder('', 'A/B.rdp')).toBe(claim);
    expect(claims.holder('', 'a')).toBe(claim);
    expect(claims.holder('', 'a/b.rdp/c.rdp')).toBe(claim);
    expect(claims.holder('', 'a/c.rdp')).toBeNull();
    expect(claims.holder('another zip', 'a/b.rdp')).toBeNull();
    expect(claims.free('', 'a', 'b.rdp')).toEqual({ path: 'a/b-2.rdp', holder: claim });
    expect(claims.free('', 'a', 'c.rdp')).toEqual({ path: 'a/c.rdp', holder: null });
  });
});
