import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addressOwnersQuery,
  bastionsAndPeeringsQuery,
  subscriptionNamesQuery,
  vmListQuery,
  vmNamedQuery,
  vmsForProfilesQuery,
} from '../../../main/azure/queries';

const queries = [
  ['vm-list', vmListQuery],
  ['vm-named', vmNamedQuery('web-01')],
  ['vms-for-profiles', vmsForProfilesQuery("tags.a == 'b'")],
  ['bastions-and-peerings', bastionsAndPeeringsQuery],
  ['address-owners', addressOwnersQuery(['10.0.0.4'])],
  ['subscription-names', subscriptionNamesQuery],
] as const;

it.each(queries)('%s says its name in its first line', (name, query) => {
  expect(query.split('\n')[0]).toBe(`// entra-rdp: ${name}`);
});

it.each(queries)('%s projects and orders by id, as paging needs', (_, query) => {
  expect(query).toMatch(/\| project id,/);
  expect(query.trimEnd().endsWith('| order by id asc')).toBe(true);
});

it.each(queries)('%s keeps to three joins', (_, query) => {
  expect(query.match(/\| join /g)?.length ?? 0).toBeLessThanOrEqual(3);
});

it('never lets a name end its literal', () => {
  const literal = /\| where name =~ (".*") or tostring\(properties\.osProfile\.computerName\) =~ (".*")\n/;
  fc.assert(
    fc.property(fc.string(), (name) => {
      const [, first = '', second = ''] = literal.exec(vmNamedQuery(name)) ?? [];
      expect(JSON.parse(first)).toBe(name);
      expect(second).toBe(first);
    }),
  );
});

it('asks about addresses alone', () => {
  const query = addressOwnersQuery(['10.0.0.4', "'); drop", 'fe80::1', 'web-01']);
  expect(query).toContain("where address in ('10.0.0.4', 'fe80::1')");
});
