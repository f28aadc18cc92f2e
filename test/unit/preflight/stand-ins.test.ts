import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isHostName,
  isIpAddress,
  isLoopback,
  isSameHost,
  shortNameOf,
} from '../../../shared/network/host-name';
import { createStandIns } from '../../../shared/preflight/stand-ins';

const label = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,13}[a-zA-Z0-9]$/);
const hostName = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const anyName = fc.oneof(hostName, fc.ipV4(), fc.ipV6(), fc.string());

describe('a stand-in', () => {
  it('is the same for the same value, in any case, and for no other', () => {
    fc.assert(
      fc.property(hostName, hostName, (one, other) => {
        const { name } = createStandIns();
        expect(isSameHost(name(one), name(one.toUpperCase()))).toBe(true);
        expect(isSameHost(name(one), name(other))).toBe(isSameHost(one, other));
      }),
    );
  });

  it('is of the same kind: a host stays a host, an address an address, loopback loopback', () => {
    fc.assert(
      fc.property(anyName, (text) => {
        const masked = createStandIns().name(text);
        expect(isHostName(masked)).toBe(isHostName(text));
        expect(isIpAddress(masked)).toBe(isIpAddress(text));
        expect(isLoopback(masked)).toBe(isLoopback(text));
      }),
    );
  });

  it('of a short name is the beginning of that of its longer form', () => {
    fc.assert(
      fc.property(hostName, (name) => {
        const standIns = createStandIns();
        expect(standIns.name(shortNameOf(name))).toBe(shortNameOf(standIns.name(name)));
      }),
    );
  });

  it.each([
    [
      'of a resource id, in any case',
      '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01',
    ],
    [
      'of a resource group called providers',
      '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/providers/providers/Microsoft.Compute/virtualMachines/web-01',
    ],
  ])('%s keeps its form', (_, id) => {
    const { ids } = createStandIns();
    expect(ids(id)).toMatch(
      /^\/subscriptions\/00000000-0000-4000-8000-0{11}1\/resourceGroups\/name-1\/providers\/Microsoft\.Compute\/virtualMachines\/name-2$/,
    );
    expect(ids(id.toLowerCase()).toLowerCase()).toBe(ids(id).toLowerCase());
  });

  it('is not made for what is nobody’s: roles, apps, tags of services, the way out', () => {
    const { ids, name } = createStandIns();
    for (const text of [
      'fb879df8-f326-4884-b1cf-06f3ad86be52',
      '372140e0-b3b7-4226-8ef9-d57986796201',
      '0000000a-0000-0000-c000-000000000000',
      'AzureActiveDirectory',
      '0.0.0.0/0',
      '2026-11-22T12:00:00.000Z',
    ]) {
      expect(ids(text)).toBe(text);
    }
    expect(name('guest_fabrikam#EXT#@x.example')).toMatch(/^name-1#EXT#@name-2\.example$/);
    expect(name('TERMSRV/web-01')).toBe('TERMSRV/name-3');
  });

  it('takes the place of every known name in running text, and of no common word', () => {
    const { name, text } = createStandIns();
    name('web-01.corp.example');
    name('VM users');
    expect(
      text(
        'The VM web-01 leads to 10.1.0.4; lin@corp.example is one of VM users, tenant 11111111-1111-4111-8111-111111111111.',
      ),
    ).toBe(
      'The VM name-1 leads to 10.0.0.1; name-5@name-2.example is one of name-3 name-4, tenant 00000000-0000-4000-8000-000000000001.',
    );
  });
});
