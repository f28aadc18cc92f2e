import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryId } from '../../../shared/profiles/entry';
import { entryIdFrom, freeId } from '../../../shared/profiles/entry-id';
import { entryText, readEntryText } from '../../../shared/profiles/entry-text';
import { migrate } from '../../../shared/profiles/migrate';
import { Profile } from '../../../shared/profiles/profile';
import { Template } from '../../../shared/profiles/template';

const place = { kind: 'profile', id: 'web-01' } as const;
const known = new Set([...Object.keys(Profile.shape), ...Object.keys(Template.shape)]);
// JSON knows no such key as a plain one, and the schema leaves it out.
const otherKeys = fc.dictionary(
  fc.string({ minLength: 1 }).filter((key) => !known.has(key) && key !== '__proto__'),
  fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__')),
  { maxKeys: 5 },
);
const settingLine = fc
  .tuple(fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/), fc.constantFrom('i', 's', 'b'), fc.string())
  .map((parts) => parts.join(':'))
  .filter((line) => !/[\r\n\0]/.test(line));
const id = fc.string({ maxLength: 100 }).map(entryIdFrom);
const name = fc
  .string({ minLength: 1, maxLength: 200 })
  .filter((text) => text.trim() === text && text !== '');
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const entry = fc.oneof(
  fc.record({
    version: fc.constant(1),
    kind: fc.constant('profile'),
    id,
    name,
    notes: fc.string({ maxLength: 200 }),
    address: orNull(fc.string({ minLength: 1, maxLength: 255 })),
    port: orNull(fc.integer({ min: 1, max: 65_535 })),
    route: orNull(fc.constantFrom('web-account', 'password')),
    template: orNull(id),
    settings: fc.array(settingLine, { maxLength: 5 }),
  }),
  fc.record({
    version: fc.constant(1),
    kind: fc.constant('template'),
    id,
    name,
    appliesTo: fc.oneof(
      fc.constant({ level: 'organisation' }),
      fc.constant({ level: 'named' }),
      fc.record({ level: fc.constant('tag'), tag: name, value: orNull(fc.string({ maxLength: 100 })) }),
      fc.record({ level: fc.constant('tenant'), tenantId: fc.uuid() }),
    ),
    inherits: orNull(id),
    settings: fc.array(settingLine, { maxLength: 5 }),
  }),
);

describe('an entry that is written and read again', () => {
  it('is the same, with every key that nobody knows', () => {
    fc.assert(
      fc.property(entry, otherKeys, (written, others) => {
        const kind = written.kind === 'template' ? 'template' : 'profile';
        const first = readEntryText(JSON.stringify({ ...others, ...written }), { kind, id: written.id });
        expect(first.problem).toBeNull();
        if (!first.entry) return;
        expect(first.entry).toMatchObject(JSON.parse(JSON.stringify({ ...others, ...written })));
        const text = entryText(first.entry);
        const again = readEntryText(text, { kind, id: written.id });
        expect(again.entry).toEqual(first.entry);
        expect(again.entry && entryText(again.entry)).toBe(text);
        expect(text).toMatch(/^\{\n {2}"[^]*\n\}\n$/);
      }),
    );
  });

  it('is damaged or right, whatever stands in its file', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => text.slice(0, -1)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { entry: read, problem } = readEntryText(text, place);
        expect(read === null).toBe(problem !== null);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('migration', () => {
  it('does not touch what is of this version', () => {
    fc.assert(
      fc.property(otherKeys, (others) => {
        const raw = { ...others, version: 1 };
        expect(migrate(raw, place)).toEqual({ outcome: 'current', raw });
      }),
    );
  });

  it('loses nothing of what was written by hand', () => {
    fc.assert(
      fc.property(otherKeys, (others) => {
        const migrated = migrate(others, place);
        expect(migrated).toMatchObject({ outcome: 'current', raw: others });
        const raw = migrated.outcome === 'current' ? migrated.raw : {};
        expect(migrate(raw, place)).toEqual(migrated);
      }),
    );
  });

  it.each([2, 3, 1000])('names version %d, which is newer', (version) => {
    expect(migrate({ version }, place)).toEqual({ outcome: 'newer', version });
  });

  it.each([[-1], [1.5], ['1'], [true], [{}], [Number.NaN]])('takes %j for no version', (version) => {
    expect(migrate({ version }, place)).toMatchObject({ outcome: 'no-version' });
  });

  it('reads settings that stand as an object', () => {
    const settings = {
      redirectclipboard: 1,
      'use multimon': true,
      drivestoredirect: '*',
      audiomode: '2',
      'of our own': 'x',
    };
    expect(migrate({ settings }, place)).toMatchObject({
      raw: {
        settings: [
          'redirectclipboard:i:1',
          'use multimon:i:1',
          'drivestoredirect:s:*',
          'audiomode:i:2',
          'of our own:s:x',
        ],
      },
    });
  });

  it.each([[{ a: null }], [{ a: { b: 1 } }], [{ 'a:i:1\nb': 1 }], ['a:i:1'], [7]])(
    'leaves settings that are none for the schema to name: %j',
    (settings) => {
      expect(readEntryText(JSON.stringify({ settings }), place).problem?.because).toContain('settings');
    },
  );
});

describe('the id of an entry', () => {
  it('is one that every file system takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(EntryId.safeParse(entryIdFrom(text)).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['Finance VMs (EU)', 'finance-vms-eu'],
    ['  Büro-Süd  ', 'bu-ro-su-d'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'entry-con'],
    ['lpt1', 'entry-lpt1'],
    ['日本', 'entry'],
    ['', 'entry'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('of “%s” is %s', (text, expected) => {
    expect(entryIdFrom(text)).toBe(expected);
  });

  it.each(['con', 'Web', 'a--b-', '-a', 'a/b', '..', '', 'a'.repeat(81), 'a.json'])(
    'is never “%s”',
    (text) => {
      expect(EntryId.safeParse(text).success).toBe(false);
    },
  );

  it('that is free is one that nobody has, and still an id', () => {
    const anyId = fc
      .stringMatching(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/)
      .filter((text) => EntryId.safeParse(text).success);
    fc.assert(
      fc.property(anyId, fc.integer({ min: 0, max: 120 }), (wanted, count) => {
        const taken = new Set<string>();
        for (let index = 0; index < count; index += 1) taken.add(freeId(wanted, (one) => taken.has(one)));
        expect(taken.size).toBe(count);
        const free = freeId(wanted, (one) => taken.has(one));
        expect(taken.has(free)).toBe(false);
        expect(EntryId.safeParse(free).success).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
