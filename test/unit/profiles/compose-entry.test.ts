import { describe, expect, it } from 'vitest';
import { composeEntry } from '../../../shared/profiles/compose-entry';
import { decodeRdp } from '../../../shared/rdp/decode';
import { listedVm } from '../../support/listed-vms';
import { profileOf, templateOf } from '../../support/templates';

const { id: vmId, subscriptionId } = listedVm('web-01');
const templates = [
  templateOf('all', ['redirectclipboard:i:1', 'audiomode:i:2'], { appliesTo: { level: 'organisation' } }),
  templateOf('group', ['audiomode:i:1'], {
    appliesTo: { level: 'resource-group', subscriptionId, resourceGroup: 'RG-APP' },
    route: 'password',
  }),
];

describe('the file of a profile', () => {
  it('is composed of what the library knows: address, account, templates and its own settings', () => {
    const profile = profileOf('web', {
      vmId,
      computerName: 'WEB-01',
      port: 3390,
      username: 'ada@x.y',
      settings: ['session bpp:i:16'],
    });
    const { bytes, route, warnings } = composeEntry(profile, templates);
    expect({ route, warnings }).toEqual({ route: 'password', warnings: [] });
    for (const line of [
      'full address:s:WEB-01:3390',
      'username:s:AzureAD\\ada@x.y',
      'redirectclipboard:i:1',
      'audiomode:i:1',
      'session bpp:i:16',
    ]) {
      expect(decodeRdp(bytes).text).toContain(`${line}\r\n`);
    }
  });

  it('names the templates that a tag of its VM may add, and Azure alone knows', () => {
    const tagged = [
      ...templates,
      templateOf('finance', [], { appliesTo: { level: 'tag', tag: 'department', value: 'finance' } }),
      templateOf('sap', [], { appliesTo: { level: 'tag', tag: 'sap', value: null } }),
    ];
    const at = { address: 'web-01' };
    expect(composeEntry(profileOf('web', { ...at, vmId }), tagged).byTags).toEqual(['finance', 'sap']);
    expect(composeEntry(profileOf('web', { ...at, vmId, template: 'sap' }), tagged).byTags).toEqual([
      'finance',
    ]);
    expect(composeEntry(profileOf('web', { ...at, vmId }), templates).byTags).toEqual([]);
    expect(composeEntry(profileOf('lab', at), tagged).byTags).toEqual([]);
  });

  it('keeps the account of a domain that an import found, and says who refuses it', () => {
    const imported = profileOf('old', { address: 'old', username: 'CONTOSO\\ada', route: 'password' });
    const { bytes, warnings } = composeEntry(imported, templates);
    expect(decodeRdp(bytes).text).toContain('username:s:CONTOSO\\ada\r\n');
    expect(warnings).toEqual([expect.stringContaining('joined to Entra ID alone refuses it')]);
    expect(() => composeEntry({ ...imported, route: 'web-account' }, [])).toThrow('sign in with a password');
  });

  it('goes to the address a person insists on, outside of Azure too', () => {
    const { bytes, route } = composeEntry(profileOf('lab', { address: 'lab.example' }), templates);
    expect(route).toBe('web-account');
    expect(decodeRdp(bytes).text).toContain('full address:s:lab.example\r\n');
  });

  it.each([
    ['nowhere', profileOf('nowhere'), 'does not say where it leads'],
    [
      'a template that is not there',
      profileOf('x', { address: 'x', template: 'gone' }),
      'There is no template “gone”',
    ],
    ['an address for the web account', profileOf('x', { address: '10.0.0.4' }), 'is an IP address'],
  ])('is refused in words for %s', (_, profile, why) => {
    expect(() => composeEntry(profile, templates)).toThrow(why);
  });
});
