import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../renderer/components/differences';
import { compose } from '../../renderer/features/editor/composed';
import { unknownLines, withoutSetting, withSetting } from '../../renderer/features/editor/entry-lines';
import { faultsOf } from '../../renderer/features/editor/faults';
import { previewOf } from '../../renderer/features/editor/preview';
import { itemsOf } from '../../renderer/features/editor/setting-rows';
import { sharingChoices, stateOf, withChoice } from '../../renderer/features/editor/sharing-choices';
import { VmId } from '../../shared/azure/virtual-machine';
import { LibraryEntry } from '../../shared/profiles/library-view';
import type { Template } from '../../shared/profiles/template';
import { contosoProfiles, contosoTemplates, sampleProfile, sampleTemplate } from '../support/sample-library';
import { vmIdOf } from '../support/sample-vms';

const template = (id: string): Template =>
  contosoTemplates.find((each) => each.id === id) ?? sampleTemplate({ id, name: id });
const clipboard = sharingChoices[0];

describe('the lines of an entry', () => {
  it('hold a setting once, in the place where it stood', () => {
    const entry = sampleTemplate({
      id: 'a',
      name: 'A',
      settings: ['use multimon:i:0', 'shiny:s:x', 'use multimon:i:1'],
    });
    const changed = withSetting(entry, { name: 'use multimon', type: 'i', value: '1' });
    expect(changed.settings).toEqual(['use multimon:i:1', 'shiny:s:x']);
    expect(withoutSetting(changed, 'use multimon').settings).toEqual(['shiny:s:x']);
    expect(unknownLines(changed)).toEqual([{ index: 1, text: 'shiny:s:x' }]);
  });
});

describe('an entry, composed', () => {
  it('says of every value where it comes from, and what it would be instead', () => {
    const entry = withSetting(template('trading-floor'), { name: 'use multimon', type: 'i', value: '0' });
    const composed = compose(entry, contosoTemplates);
    const multimon = composed.byName.get('use multimon');
    expect(multimon?.origin).toMatchObject({ kind: 'template', id: 'trading-floor' });
    expect(multimon?.instead).toMatchObject([
      { value: '1', origin: { id: 'two-screens' } },
      { value: '0', origin: { kind: 'product' } },
    ]);
    expect(composed).toMatchObject({ route: 'password', layersProblem: null, problem: null });
  });

  it('has the templates for the tags of its VM where Azure has told them, and its tenant', () => {
    const entry = sampleProfile({ id: 'p', name: 'P', vmId: VmId.parse(vmIdOf('web-01')) });
    const clipboardOf = (seen: Parameters<typeof compose>[2]) =>
      compose(entry, contosoTemplates, seen).byName.get('redirectclipboard')?.origin;
    expect(clipboardOf(null)).not.toMatchObject({ id: 'finance' });
    const tenantId = '22222222-2222-4222-8222-222222222222';
    const seen = { tenantId, tags: { Department: 'finance' } };
    expect(clipboardOf(seen)).toMatchObject({ kind: 'template', id: 'finance', level: 'tag' });
    expect(compose(entry, contosoTemplates, seen).routeFrom).toMatchObject({ id: 'contoso-tenant' });
  });

  it('leaves out what is laid over a template, which is not its business', () => {
    const composed = compose(template('contoso'), [
      ...contosoTemplates,
      sampleTemplate({
        id: 'later',
        name: 'Z',
        appliesTo: { level: 'organisation' },
        settings: ['session bpp:i:16'],
      }),
    ]);
    expect(composed.byName.get('session bpp')?.value).toBe('32');
  });

  it.each<[string, LibraryEntry, string]>([
    [
      'a template that is not there',
      sampleProfile({ id: 'p', name: 'P', template: 'gone' }),
      'no-such-template',
    ],
    [
      'a ring',
      sampleTemplate({ id: 'two-screens', name: 'Ring', inherits: 'trading-floor' }),
      'inherits-itself',
    ],
  ])('tells of %s, and lays the others all the same', (_, entry, kind) => {
    const composed = compose(entry, contosoTemplates);
    expect(composed.layersProblem?.kind).toBe(kind);
    expect(composed.byName.get('session bpp')?.origin).toMatchObject({ id: 'contoso' });
  });

  it('says why no file can be made, and shows the settings nevertheless', () => {
    const composed = compose(sampleProfile({ id: 'p', name: 'P', address: '10.1.0.5' }), []);
    expect(composed.problem?.message).toContain("a web account needs the VM's host name");
    expect(composed.settings.length).toBeGreaterThan(20);
    expect(previewOf(sampleProfile({ id: 'p', name: 'P' }), composed).problem).not.toBeNull();
  });

  it('marks the lines that are set here and differ', () => {
    const entry = template('finance');
    const preview = previewOf(entry, compose(entry, contosoTemplates));
    if (preview.problem) throw preview.problem;
    const changed = preview.file.lines
      .filter(({ number }) => preview.changed.has(number))
      .map(({ text }) => text);
    expect(changed).toEqual(['redirectclipboard:i:1', 'redirectprinters:i:1', 'shiny new setting:i:1']);
    expect(preview.file.dialog.boxes.map(({ box }) => box)).toEqual(['Clipboard', 'Printers']);
  });
});

describe('what a file asks to share', () => {
  it.each(sharingChoices.map((choice) => [choice.id, choice] as const))(
    'is off, on and inherited again: %s',
    (_, choice) => {
      const entry = sampleTemplate({ id: 'a', name: 'A' });
      const stateAfter = (chosen: Parameters<typeof withChoice>[2]) => {
        const changed = withChoice(entry, choice, chosen);
        return stateOf(choice, changed, compose(changed, []));
      };
      expect(stateAfter('on')).toEqual({ choice: 'on', asks: true });
      expect(stateAfter('off')).toEqual({ choice: 'off', asks: false });
      expect(stateAfter('inherited')).toEqual({ choice: 'inherited', asks: false });
      expect(withChoice(withChoice(entry, choice, 'on'), choice, 'inherited')).toEqual(entry);
    },
  );

  it('tells what is inherited', () => {
    const entry = sampleTemplate({ id: 'a', name: 'A' });
    const organisation = sampleTemplate({
      id: 'o',
      name: 'O',
      appliesTo: { level: 'organisation' },
      settings: ['redirectclipboard:i:1'],
    });
    expect(stateOf(clipboard, entry, compose(entry, [organisation]))).toEqual({
      choice: 'inherited',
      asks: true,
    });
  });
});

describe('the search', () => {
  const entry = template('finance');
  const composed = compose(entry, contosoTemplates);
  const found = (search: string): string[] =>
    itemsOf(entry, composed, { section: null, search, isOwnOnly: false }).flatMap((item) =>
      item.kind === 'setting' ? [item.row.property.name] : [],
    );

  it.each([
    ['multimon', 'use multimon'],
    ['several local displays', 'use multimon'],
    ['passkey', 'redirectwebauthn'],
    ['GATEWAY host', 'gatewayhostname'],
  ])('finds a setting by its name, its meaning or its values: %s', (search, name) => {
    expect(found(search)).toContain(name);
  });

  it('finds all of them for nothing', () => {
    expect(found('')).toHaveLength(159);
  });
});

describe('what is filled in wrongly', () => {
  it.each<[string, LibraryEntry, readonly string[]]>([
    ['nothing', sampleTemplate({ id: 'a', name: 'x' }), []],
    [
      'a tenant that is no id',
      { ...template('contoso-tenant'), appliesTo: { level: 'tenant', tenantId: 'contoso' } },
      ['tenantId'],
    ],
    [
      'a tag without a name',
      { ...template('finance'), appliesTo: { level: 'tag', tag: '', value: null } },
      ['tag'],
    ],
    ['a port beyond all ports', sampleProfileWith({ port: 99_999 }), ['port']],
    ['a VM that is no id', sampleProfileWith({ vmId: 'ready-01' }), ['vmId']],
    ['a name of blanks', { ...template('finance'), name: '   ' }, ['name']],
  ])('%s', (_, entry, fields) => {
    expect(Object.keys(faultsOf(entry))).toEqual(fields);
    // What the editor lets through, the library takes.
    expect(LibraryEntry.safeParse(entry).success).toBe(fields.length === 0);
  });

  function sampleProfileWith(wrong: Readonly<Record<string, unknown>>): LibraryEntry {
    return { ...contosoProfiles[3], ...wrong } as LibraryEntry;
  }
});

it('tells two versions apart, line by line', () => {
  const mine = template('finance');
  const theirs = { ...mine, name: 'Theirs', settings: ['redirectclipboard:i:0', 'redirectprinters:i:1'] };
  expect(differencesOf(mine, theirs)).toEqual([
    { what: 'name', mine: 'Finance', theirs: 'Theirs' },
    { what: 'redirectclipboard', mine: '1', theirs: '0' },
    { what: 'shiny new setting', mine: '1', theirs: null },
  ]);
});
