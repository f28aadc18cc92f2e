import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vmsForProfilesQuery } from '../../../main/azure/queries';
import { faultOfCondition } from '../../../shared/azure/query-condition';

describe('a condition of a query', () => {
  it.each([
    "tags.department =~ 'finance'",
    `name startswith "a|b;c//d\`@" and (tags['a b'] == 'it\\'s' or not(isnotempty(tags.x)))`,
    "properties.hardwareProfile.vmSize in~ ('a', 'b')\n  and location != 'westeurope'",
    "1 / 2 == 0 and name == '('",
  ])('may stand: %s', (text) => {
    expect(faultOfCondition(text)).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ["name == 'a' | project name", 'pipe'],
    ["name == 'a'; resources", 'semicolon'],
    ["name == 'a' // b", 'comment'],
    ["name == 'a", 'does not end'],
    ["name == 'a\nb'", 'does not end'],
    [String.raw`name == 'a\'`, 'does not end'],
    ["name == @'a\\'", 'plain quotes'],
    ['name == ```a```', 'plain quotes'],
    ["name == 'a') or (true", 'did not open'],
    ["(name == 'a'", 'does not close'],
    ["name == \0'a'", 'control character'],
    ['a'.repeat(4001), '4000 are the most'],
  ])('may not be %j', (text, why) => {
    expect(faultOfCondition(text)).toContain(why);
  });

  it('never adds an operator to the query around it', () => {
    const outline = (query: string) =>
      query
        .replace(/^\/\/.*$/gm, '')
        .replace(/'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*"/g, 'text')
        .match(/\||;|\/\//g)?.length;
    const expected = (outline(vmsForProfilesQuery(null)) ?? 0) + 1;
    const piece = fc.constantFrom("'", '"', '\\', '|', ';', '/', '//', '(', ')', '\n', 'a', ' ', '@', '`');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const condition = pieces.join('');
        fc.pre(faultOfCondition(condition) === null);
        expect(outline(vmsForProfilesQuery(condition))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
