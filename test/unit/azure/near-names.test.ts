import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearNames } from '../../../shared/azure/near-names';

const names = ['ready-01', 'ready-02', 'stopped-01', 'analytics-workstation-eu-01', 'x'];

it.each([
  ['a letter is missing', 'redy-01', ['ready-01', 'ready-02']],
  ['the case differs', 'READY-01', ['ready-01', 'ready-02']],
  ['only a part was typed', 'workstation', ['analytics-workstation-eu-01']],
  ['more than the name was typed', 'stopped-01.contoso.com', ['stopped-01']],
  ['nothing comes near', 'quarterly-report', []],
])('where %s', (_, wanted, expected) => {
  expect(nearNames(wanted, names)).toEqual(expected);
});

it('offers at most as many as asked, each once', () => {
  const many = Array.from({ length: 50 }, (_, index) => `web-${index % 20}`);
  const offered = nearNames('web-1', many, 5);
  expect(offered).toHaveLength(5);
  expect(new Set(offered).size).toBe(5);
  expect(offered[0]).toBe('web-1');
});

it('always offers the name itself first', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (name, others) => {
      expect(nearNames(name, [...others, name], others.length + 1)[0]?.toLowerCase()).toBe(
        name.toLowerCase(),
      );
    }),
  );
});
