import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKey, seal, unseal } from '../../../main/auth/sealed-file';

describe('a sealed file', () => {
  it('gives back what was sealed, whatever it was', () => {
    const key = newKey();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unseal(seal(text, key, 'tokens.bin'), key, 'tokens.bin')).toBe(text);
      }),
    );
  });

  it('never looks the same twice, and shows nothing of its text', () => {
    const key = newKey();
    const [one, two] = [seal('a refresh token', key, 'f'), seal('a refresh token', key, 'f')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('refresh')).toBe(false);
  });

  it('is refused after any single change', () => {
    const key = newKey();
    const sealed = seal('a refresh token', key, 'f');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const damaged = Buffer.from(sealed);
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
        expect(() => unseal(damaged, key, 'f')).toThrow('damaged');
      }),
    );
  });

  it.each([
    ['another key', newKey(), 'f'],
    ['another name', null, 'g'],
    ['a key that is none', 'AAAA', 'f'],
  ])('is refused with %s', (_, otherKey, name) => {
    const key = newKey();
    expect(() => unseal(seal('text', key, 'f'), otherKey ?? key, name)).toThrow('damaged');
  });
});
