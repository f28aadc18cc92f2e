import { describe, expect, it } from 'vitest';
import { VmId } from '../../../shared/azure/virtual-machine';
import { chosenTemplate } from '../../../shared/profiles/chosen-template';
import { composeLayered, tellable, usableLayers } from '../../../shared/profiles/compose-layered';
import { leftOutText, problemText } from '../../../shared/profiles/layer-texts';
import { profileOfVm } from '../../../shared/profiles/profile-of-vm';
import { layersFor, outsideAzure } from '../../../shared/profiles/resolve';
import { composeProfile } from '../../../shared/rdp/compose';
import { profileOf, templateOf } from '../../support/templates';

const plan = {
  address: 'READY-01',
  port: 3389,
  username: 'ada@contoso.example',
  route: 'web-account',
} as const;
const everybody = { level: 'organisation' } as const;

function composed(settings: readonly string[], given: readonly string[] = []) {
  const { layers } = layersFor(
    outsideAzure,
    [templateOf('all', settings, { appliesTo: everybody, name: 'Everybody' })],
    {},
  );
  const lines = given.map((line) => {
    const [name = '', type = '', value = ''] = line.split(':');
    return { name, type: type as 'i' | 's', value };
  });
  const usable = usableLayers(layers ?? [], lines);
  return { ...usable, settings: composeLayered(plan, usable.layers) };
}

describe('composing with layers', () => {
  it('writes what is written anyway where no layer says anything, each line with its origin', () => {
    const { settings } = composed([]);
    expect(settings.map(({ name, type, value }) => ({ name, type, value }))).toEqual(composeProfile(plan));
    const kinds = Object.fromEntries(settings.map(({ name, origin }) => [name, origin.kind]));
    expect(kinds).toMatchObject({
      'full address': 'connection',
      username: 'connection',
      enablerdsaadauth: 'connection',
      'prompt for credentials': 'connection',
      redirectclipboard: 'product',
      'authentication level': 'product',
    });
  });

  it('lays a template over ours and what is given over both, and remembers what it would be without', () => {
    const { settings } = composed(
      ['redirectclipboard:i:1', 'desktopwidth:i:1280'],
      ['redirectclipboard:i:0', 'my own:s:x'],
    );
    expect(settings.find(({ name }) => name === 'redirectclipboard')).toEqual({
      name: 'redirectclipboard',
      type: 'i',
      value: '0',
      origin: { kind: 'given' },
      instead: [
        { value: '1', origin: { kind: 'template', id: 'all', name: 'Everybody', level: 'organisation' } },
        { value: '0', origin: { kind: 'product' } },
      ],
    });
    expect(settings.slice(-2).map(({ name }) => name)).toEqual(['desktopwidth', 'my own']);
  });

  it.each([
    'full address:s:evil.example',
    'alternate full address:s:evil.example',
    'server port:i:1',
    'username:s:eve',
    'enablerdsaadauth:i:0',
    'signature:s:AAAA',
    'password 51:b:00',
  ])('lets no template say %s', (line) => {
    const { settings, leftOut } = composed([line]);
    expect(settings).toEqual(composed([]).settings);
    expect(leftOut.map(leftOutText)).toEqual([
      expect.stringMatching(/^A setting of “Everybody” was left out: “/),
    ]);
  });

  it('tells no secret', () => {
    const { settings } = composed([], ['password 51:b:0102']);
    expect(JSON.stringify(tellable(settings))).not.toContain('0102');
  });
});

describe('the profile of a VM', () => {
  const vmId = VmId.parse('/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v');
  const other = VmId.parse(vmId.replace(/v$/, 'w'));
  const anybody = profileOf('anybody', { vmId });
  const ada = profileOf('ada', { vmId, username: 'AzureAD\\Ada@contoso.example' });

  it.each([
    ['the one of the user', [anybody, ada], 'ada@contoso.example', 'ada'],
    ['the one for anybody, to somebody else', [anybody, ada], 'lin@contoso.example', 'anybody'],
    ["nobody else's", [ada], 'lin@contoso.example', undefined],
    ["no other VM's", [profileOf('w', { vmId: other })], null, undefined],
    ['none of two that would do', [anybody, profileOf('too', { vmId })], null, undefined],
  ])('is %s', (_, profiles, username, id) => {
    expect(profileOfVm(profiles, VmId.parse(vmId.toUpperCase()), username)?.id).toBe(id);
  });
});

describe('a template somebody names', () => {
  const templates = [
    templateOf('finance', [], { name: 'Finance VMs' }),
    templateOf('finance-2', [], { name: 'Twice' }),
    templateOf('hr', [], { name: 'twice' }),
  ];

  it.each([
    ['its id', 'finance'],
    ['its name in another letter case', ' finance vms '],
  ])('is found by %s', (_, text) => {
    expect(chosenTemplate(text, templates).id).toBe('finance');
  });

  it.each([
    ['finnance', 'Did you mean finance'],
    ['zzzz', 'It has finance, finance-2, hr.'],
    ['twice', 'Give the id of one: finance-2, hr.'],
  ])('says what there is for %s', (text, found) => {
    expect(() => chosenTemplate(text, templates)).toThrow(found);
  });

  it('says so of an empty library', () => {
    expect(() => chosenTemplate('finance', [])).toThrow('It holds no templates.');
  });
});

it.each([
  [
    { kind: 'no-such-template', id: 'x', wantedBy: 'y' },
    'There is no template “x”, which “y” names, in the library.',
  ],
  [
    { kind: 'inherits-itself', ids: ['a', 'b'] },
    'Templates inherit from each other in a ring: a → b. Take one of them out of it.',
  ],
] as const)('tells why no layers could be laid', (problem, text) => {
  expect(problemText(problem)).toBe(text);
});
