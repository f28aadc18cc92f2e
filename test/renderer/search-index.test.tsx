import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchOf } from '../../renderer/store/search';
import { callNameOf, type IndexedVm, indexVm, sortVms } from '../../renderer/store/search-index';
import { createVisibleVms, type VisibleVms } from '../../renderer/store/visible-vms';
import { Settings } from '../../shared/settings/settings';
import { manyVms, sampleVm, vmIdOf } from '../support/sample-vms';

const web2 = indexVm(sampleVm('web-2', { computerName: 'WEB-2' }));
const web10 = indexVm(sampleVm('web-10', { computerName: 'WEB-10', powerState: 'deallocated' }));
const named = indexVm(
  sampleVm('accounting-frontend', { computerName: 'ACCT-01', privateIps: ['10.9.8.7'], location: 'eastus' }),
);
const all = [web10, named, web2];
const find = (rows: readonly IndexedVm[], filter: string): readonly IndexedVm[] => {
  const search = searchOf(rows);
  return Array.from(search.calledFirst(search.places(filter), filter), (place) => rows[place]).flatMap(
    (row) => row ?? [],
  );
};
const rowsIn = (visible: VisibleVms): IndexedVm[] =>
  Array.from({ length: visible.count }, (_, index) => visible.at(index)).flatMap((row) => row ?? []);

it.each([
  ['the computer name in any case', 'acct-01', [named]],
  ['the resource name', 'FRONTEND', [named]],
  ['an address', '10.9.8', [named]],
  ['a power state', 'deallocated', [web10]],
  ['several words in any order', 'europe web', [web10, web2]],
  ['nothing but spaces', '  ', all],
  ['what no VM has', 'zzz', []],
])('finds by %s', (_, filter, expected) => {
  expect(find(all, filter)).toEqual(expected);
});

it('sorts numbers in names as numbers', () => {
  expect(sortVms(all, 'name').map(({ vm }) => callNameOf(vm))).toEqual(['ACCT-01', 'WEB-2', 'WEB-10']);
});

it('sorts by region, then by name', () => {
  expect(sortVms(all, 'location').map(({ vm }) => vm.location)).toEqual([
    'eastus',
    'westeurope',
    'westeurope',
  ]);
});

const vms = manyVms(300).map(indexVm);
const source = { vms, tab: 'all', settings: { phase: 'loading' } } as const;

it('finds what reading every text finds', () => {
  const word = fc.constantFrom('web', 'sql', '00', '1', 'prod', 'east', 'running', '\\n', 'İ', ' ', '-');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (typed) => {
      const filter = typed.join('');
      const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
      const read = vms.filter(({ text, kind }) => words.every((each) => `${text}\n${kind}`.includes(each)));
      expect([...find(vms, filter)].toSorted(byText)).toEqual(read.toSorted(byText));
    }),
  );
});
const byText = (a: IndexedVm, b: IndexedVm): number => a.text.localeCompare(b.text);

it('gives the same rows whether a filter was typed key by key or at once', () => {
  const word = fc.constantFrom('web', 'sql', '00', '12', 'prod', 'east', ' ', '-', '9');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (typed) => {
      const visible = createVisibleVms();
      for (let length = 0; length <= typed.length; length += 1) {
        const filter = typed.slice(0, length).join('');
        expect(rowsIn(visible({ ...source, filter }))).toEqual(find(vms, filter));
      }
    }),
  );
});

it('forgets what it had left when the list, or the tab, changes', () => {
  const visible = createVisibleVms();
  visible({ ...source, filter: 'sql' });
  const fewer = vms.slice(0, 10);
  expect(rowsIn(visible({ ...source, vms: fewer, filter: 'sql-' }))).toEqual(find(fewer, 'sql-'));
});

it('shows favourites in the order of the list, and the last opened first', () => {
  const ids = ['web-2', 'accounting-frontend'].map(vmIdOf);
  const settings = {
    phase: 'known',
    settings: Settings.parse({
      favourites: ids,
      recents: ids.toReversed().map((vmId) => ({ vmId, at: '2026-11-22T12:00:00Z' })),
    }),
  } as const;
  const visible = createVisibleVms();
  const rows = sortVms(all, 'name');
  expect(rowsIn(visible({ vms: rows, filter: '', tab: 'favourites', settings }))).toEqual([named, web2]);
  expect(rowsIn(visible({ vms: rows, filter: '', tab: 'recent', settings }))).toEqual([named, web2]);
});

it('puts first whom the filter calls by either name, whatever else holds the words', () => {
  const called = all.find(({ vm }) => callNameOf(vm) === 'WEB-2');
  for (const name of [called?.vm.name ?? '', 'web-2']) {
    const rows = find(all, name);
    expect(rows[0]).toBe(called);
  }
  expect(find(all, '')).toEqual(all);
});
