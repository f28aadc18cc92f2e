import { expect, it } from 'vitest';
import { type Entries, mergeEntries } from '../../../shared/profiles/merge-entries';
import { Profile } from '../../../shared/profiles/profile';
import { Template } from '../../../shared/profiles/template';

const profile = (id: string, more: object = {}) =>
  Profile.parse({ version: 1, kind: 'profile', id, name: id, ...more });
const template = (id: string, more: object = {}) =>
  Template.parse({ version: 1, kind: 'template', id, name: id, appliesTo: { level: 'named' }, ...more });

function merged(incoming: Partial<Entries>, present: Partial<Entries>, reserved: readonly string[] = []) {
  const none = { templates: [], profiles: [] };
  const { templates, profiles } = mergeEntries({ ...none, ...incoming }, { ...none, ...present }, (id) =>
    reserved.includes(id),
  );
  return [...templates, ...profiles].map(({ entry, from, isThere }) => {
    const names = entry.kind === 'template' ? entry.inherits : entry.template;
    return [from, entry.id, ...(names === null ? [] : [names]), ...(isThere ? ['is there'] : [])].join(' ');
  });
}

it('adds what is not there under its own id', () => {
  expect(merged({ templates: [template('a')], profiles: [profile('a', { template: 'a' })] }, {})).toEqual([
    'a a',
    'a a a',
  ]);
});

it('leaves alone what is there already', () => {
  const both = { templates: [template('a')], profiles: [profile('p', { template: 'a' })] };
  expect(merged(both, both)).toEqual(['a a is there', 'p p a is there']);
});

it('gives a free id where the id is taken by something else, and lets what names it follow', () => {
  const incoming = {
    templates: [
      template('wide', { name: 'Theirs' }),
      template('narrow', { inherits: 'wide' }),
      template('apart'),
    ],
    profiles: [profile('p', { template: 'narrow' }), profile('q', { template: 'apart' })],
  };
  const present = {
    templates: [template('wide', { name: 'Ours' }), template('narrow', { inherits: 'wide' })],
  };
  expect(merged(incoming, present)).toEqual([
    'wide wide-2',
    'narrow narrow-2 wide-2',
    'apart apart',
    'p p narrow-2',
    'q q apart',
  ]);
});

it('finds again what an earlier import added under another id', () => {
  const theirs = template('a', { name: 'Theirs' });
  const present = { templates: [template('a', { name: 'Ours' }), { ...theirs, id: 'a-2' }] };
  expect(merged({ templates: [theirs], profiles: [profile('p', { template: 'a' })] }, present)).toEqual([
    'a a-2 is there',
    'p p a-2',
  ]);
});

it('writes over no file that cannot be used, and over none of its own', () => {
  const incoming = { profiles: [profile('p'), profile('p-2')] };
  expect(merged(incoming, {}, ['p'])).toEqual(['p p-3', 'p-2 p-2']);
});
