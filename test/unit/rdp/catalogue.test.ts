import { expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue, faultOf, propertyNamed } from '../../../shared/rdp/catalogue';
import { RdpProperty } from '../../../shared/rdp/rdp-property';
import { writtenSettings } from '../../../shared/rdp/written-settings';

it('holds to its schema', () => {
  expect(z.array(RdpProperty).safeParse(catalogue).error?.issues).toBeUndefined();
  expect(catalogue.length).toBeGreaterThanOrEqual(159);
});

it('names each property once, in lower case', () => {
  const names = catalogue.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name !== name.trim().toLowerCase())).toEqual([]);
});

it('allows the defaults it states', () => {
  const wrong = catalogue.flatMap((property) =>
    [property.default, ...Object.values(property.defaults ?? {})]
      .filter((value) => value !== null && value !== undefined)
      .flatMap((value) => faultOf({ name: property.name, type: property.type, value: String(value) }) ?? []),
  );
  expect(wrong).toEqual([]);
});

it('says why, where it says that there is a risk', () => {
  expect(catalogue.filter(({ risk, why }) => risk !== 'none' && why === undefined)).toEqual([]);
});

it('knows every setting we write, with the type we write', () => {
  for (const [name, type] of Object.entries(writtenSettings)) {
    expect(propertyNamed(name)).toMatchObject({ type });
  }
});

it.each([
  ['a value of an enumeration', 'authentication level', 'i', '2', /^nothing$/],
  ['another value', 'authentication level', 'i', '7', /takes 0 \(.*2 \(.*and “7” is none of them/],
  ['the name of something every object has', 'authentication level', 'i', 'toString', /is none of them/],
  ['another type', 'authentication level', 's', '2', /has the type i, not s/],
  ['a port', 'server port', 'i', '65535', /^nothing$/],
  ['a port too far', 'server port', 'i', '65536', /from 1 to 65535/],
  ['a text for a number', 'server port', 'i', 'abc', /from 1 to 65535, and “abc” is none/],
  ['nothing for a number', 'server port', 'i', '', /an empty value is none/],
  ['any text for a text', 'full address', 's', 'x:y:z', /^nothing$/],
  ['digits in pairs', 'password 51', 'b', '01AF', /^nothing$/],
  ['half a pair', 'password 51', 'b', '01A', /pairs of hexadecimal digits/],
  ['a property nobody knows', 'frobnicate', 'i', 'x', /^nothing$/],
] as const)('judges %s', (_, name, type, value, fault) => {
  expect(faultOf({ name, type, value }) ?? 'nothing').toMatch(fault);
});
