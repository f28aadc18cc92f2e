import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortGivenWords } from '../../../main/electron/given-words';
import { VmId } from '../../../shared/azure/virtual-machine';
import { AppError } from '../../../shared/errors/app-error';
import { ConnectLink, OpenedLink } from '../../../shared/links/connect-link';
import { makeConnectLink } from '../../../shared/links/make-link';
import { openedLink, readConnectLink } from '../../../shared/links/read-link';
import { everyRoute } from '../../../shared/preflight/route';

const subscription = '11111111-1111-4111-8111-111111111111';
const tenantId = '22222222-2222-4222-8222-222222222222';
const vmId = VmId.parse(
  `/subscriptions/${subscription}/resourceGroups/rg-web/providers/Microsoft.Compute/virtualMachines/ready-01`,
);
const vm = encodeURIComponent(vmId);
const ready: ConnectLink = { vmId, route: null, tenantId: null, cloud: 'global' };

describe('a link to a VM', () => {
  it.each<[string, string, Partial<ConnectLink>]>([
    ['with the VM alone', `entra-rdp://connect?vm=${vm}`, {}],
    ['with a route', `entra-rdp://connect?vm=${vm}&route=password`, { route: 'password' }],
    ['with a route first', `entra-rdp://connect?route=web-account&vm=${vm}`, { route: 'web-account' }],
    ['of a tenant', `entra-rdp://connect?vm=${vm}&tenant=${tenantId.toUpperCase()}`, { tenantId }],
    ['of another cloud', `entra-rdp://connect?vm=${vm}&cloud=usgov`, { cloud: 'usgov' }],
    ['as Windows decodes it', `entra-rdp://connect?vm=${vmId}`, {}],
    ['with a slash, as browsers write it', `entra-rdp://connect/?vm=${vm}`, {}],
    ['without slashes', `entra-rdp:connect?vm=${vm}`, {}],
    ['with one slash too many', `entra-rdp:///connect?vm=${vm}`, {}],
    ['in capitals', `ENTRA-RDP://CONNECT?vm=${vm}`, {}],
    ['pasted with a line end', `  entra-rdp://connect?vm=${vm}\r\n`, {}],
    ['with an ampersand too many', `entra-rdp://connect?vm=${vm}&`, {}],
    [
      'with a link to the portal',
      `entra-rdp://connect?vm=${encodeURIComponent(`https://portal.azure.com/#@contoso.example/resource${vmId}/overview`)}`,
      {},
    ],
  ])('is read %s', (_, link, says) => {
    expect(openedLink(link)).toEqual({ kind: 'connect', link: { ...ready, ...says } });
  });

  it.each([
    ['no VM', 'entra-rdp://connect', 'names no virtual machine'],
    ['no VM but a route', 'entra-rdp://connect?route=password', 'names no virtual machine'],
    ['an empty VM', 'entra-rdp://connect?vm=', 'not the resource id'],
    ['a VM without a value', 'entra-rdp://connect?vm', '“vm” in it has no value'],
    ['a name in place of an id', 'entra-rdp://connect?vm=ready-01', 'not the resource id'],
    [
      'another kind of resource',
      `entra-rdp://connect?vm=${encodeURIComponent(`/subscriptions/${subscription}/resourceGroups/a/providers/Microsoft.KeyVault/vaults/b`)}`,
      'not the resource id',
    ],
    [
      'an id that climbs',
      `entra-rdp://connect?vm=${encodeURIComponent(`/subscriptions/${subscription}/resourceGroups/../providers/Microsoft.Compute/virtualMachines/b`)}`,
      'not the resource id',
    ],
    [
      'a subscription that is none',
      `entra-rdp://connect?vm=${encodeURIComponent('/subscriptions/s/resourceGroups/a/providers/Microsoft.Compute/virtualMachines/b')}`,
      'not the resource id',
    ],
    ['an id encoded twice', `entra-rdp://connect?vm=${encodeURIComponent(vm)}`, 'not the resource id'],
    ['a quote behind the VM', `entra-rdp://connect?vm=${vm}%22%20--demo-file=x`, 'not the resource id'],
    ['an unknown parameter', `entra-rdp://connect?vm=${vm}&client=mstsc`, '“client”'],
    ['a parameter of no name', `entra-rdp://connect?vm=${vm}&=1`, '“”'],
    ['one in capitals', `entra-rdp://connect?VM=${vm}`, '“VM”'],
    ['a link copied from HTML', `entra-rdp://connect?vm=${vm}&amp;route=password`, '“amp;route”'],
    ['the same parameter twice', `entra-rdp://connect?vm=${vm}&vm=${vm}`, '“vm” is in it twice'],
    ['the same parameter twice, once encoded', `entra-rdp://connect?vm=${vm}&%76m=${vm}`, 'twice'],
    ['an unknown route', `entra-rdp://connect?vm=${vm}&route=telnet`, 'there is no route “telnet”'],
    ['an empty route', `entra-rdp://connect?vm=${vm}&route=`, 'there is no route “”'],
    ['an unknown cloud', `entra-rdp://connect?vm=${vm}&cloud=moon`, 'there is no cloud “moon”'],
    [
      'a tenant that is none',
      `entra-rdp://connect?vm=${vm}&tenant=contoso.example`,
      'not the id of a tenant',
    ],
    ['another action', `entra-rdp://enable?vm=${vm}`, '“enable”'],
    ['no action', `entra-rdp://?vm=${vm}`, '“”'],
    ['credentials', `entra-rdp://ada:secret@connect?vm=${vm}`, 'a user name or a password'],
    ['a port', `entra-rdp://connect:3389?vm=${vm}`, 'a port'],
    ['a path', `entra-rdp://connect/now?vm=${vm}`, 'a path'],
    ['a fragment', `entra-rdp://connect?vm=${vm}#top`, 'after a #'],
    ['an empty fragment', `entra-rdp://connect?vm=${vm}#`, 'after a #'],
    ['a line break in it', `entra-rdp://connect?vm=${vm}\n&route=password`, 'control characters'],
    ['a tab in its scheme', `entra-rdp\t://connect?vm=${vm}`, 'control characters'],
    ['an encoded NUL', `entra-rdp://connect?vm=${vm}%00`, 'control characters'],
    ['a direction mark', `entra-rdp://connect?vm=${vm}%E2%80%AE`, 'cannot be seen'],
    ['a broken percent sign', `entra-rdp://connect?vm=${vm}%`, 'percent sign'],
    ['percent signs that spell no UTF-8', `entra-rdp://connect?vm=%FF`, 'percent sign'],
    ['5,000 characters', `entra-rdp://connect?vm=${vm}${'a'.repeat(5000)}`, 'characters long'],
    ['another scheme', `https://connect?vm=${vm}`, 'entra-rdp://'],
    ['nothing', '', 'entra-rdp://'],
  ])('is refused with %s', (_, link, why) => {
    expect(openedLink(link)).toEqual({ kind: 'refused', because: expect.stringContaining(why) });
  });

  it('is made so that no program breaks it', () => {
    const inBrackets = VmId.parse(vmId.replace('rg-web', "rg-(old)_Bücher'".slice(0, -1)));
    const link = makeConnectLink({ vmId: inBrackets, route: 'password', tenantId, cloud: 'china' });
    expect(link).toMatch(/^entra-rdp:\/\/connect\?[\w.%=&-]+$/);
    expect(readConnectLink(link)).toEqual({ vmId: inBrackets, route: 'password', tenantId, cloud: 'china' });
  });

  it('is not made of what no link is read with', () => {
    const strange = VmId.parse(
      '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/x',
    );
    expect(() => makeConnectLink({ ...ready, vmId: strange })).toThrow(AppError);
  });

  const group = fc
    .string({ unit: fc.constantFrom(...'abcXYZ019_-.()äßжあ'.split('')), minLength: 1, maxLength: 90 })
    .filter((text) => !text.endsWith('.'));
  const name = fc
    .string({ unit: fc.constantFrom(...'abcXYZ019_-.éß漢'.split('')), minLength: 1, maxLength: 64 })
    .filter((text) => !text.endsWith('.'));

  it('says what it was made of', () => {
    const links = fc.record({
      vmId: fc
        .tuple(fc.uuid(), group, name)
        .map(([id, inGroup, called]) =>
          VmId.parse(
            `/subscriptions/${id}/resourceGroups/${inGroup}/providers/Microsoft.Compute/virtualMachines/${called}`,
          ),
        ),
      route: fc.option(fc.constantFrom(...everyRoute)),
      tenantId: fc.option(fc.uuid()),
      cloud: fc.constantFrom('global', 'usgov', 'china'),
    });
    fc.assert(
      fc.property(links, (link) => {
        const text = makeConnectLink(link);
        expect(readConnectLink(text)).toEqual(link);
        // As mail programs and browsers pass it on.
        expect(readConnectLink(new URL(text).href)).toEqual(link);
        expect(readConnectLink(text.replace('connect?', 'connect/?'))).toEqual(link);
      }),
    );
  });

  const pieces = fc.constantFrom(
    ...[
      'entra-rdp:',
      '//',
      'connect',
      'setup',
      '?',
      '&',
      '=',
      '#',
      '@',
      ':',
      '%',
      '%2F',
      '%00',
      '%22',
      '"',
      ' --',
    ],
    ...[
      'vm',
      'route',
      'tenant',
      'cloud',
      'password',
      vmId,
      vm,
      '\u0000',
      '\n',
      '\u202e',
      '\ud800',
      '$(x)',
      '`',
      ';',
    ],
  );
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 30 }).map((parts) => parts.join('')),
    fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 20 })
      .map((parts) => `entra-rdp://connect?vm=${vm}${parts.join('')}`),
  );

  it('is a VM, a set-up or a sentence, whatever was written', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const opened = openedLink(text);
        expect(OpenedLink.parse(opened)).toEqual(opened);
        expect(isTame(opened)).toBe(true);
        expect([undefined, 'AppError']).toContain(thrownBy(() => readConnectLink(text)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("an organisation's set-up by link", () => {
  it.each(['entra-rdp://setup?tenant=t', 'entra-rdp:setup?tenant=t', 'ENTRA-RDP:///Setup/?tenant=t'])(
    'is passed on in one spelling: %s',
    (text) => {
      expect(openedLink(text)).toEqual({ kind: 'setup', text: 'entra-rdp://setup?tenant=t' });
    },
  );

  it('is refused with a parameter that is there twice', () => {
    expect(openedLink('entra-rdp://setup?tenant=a&tenant=b')).toMatchObject({ kind: 'refused' });
    expect(() => readConnectLink('entra-rdp://setup?tenant=t')).toThrow('leads to no virtual machine');
  });
});

describe('the words of a command line', () => {
  const link = `entra-rdp://connect?vm=${vm}`;

  it.each([
    ['without a link', ['--demo', '/app'], { own: ['--demo', '/app'], link: null }],
    ['as Windows and Linux start the app', ['--', link], { own: ['--'], link: { text: link } }],
    ['as a test starts it', ['/app', '--demo', link], { own: ['/app', '--demo'], link: { text: link } }],
    [
      'with a switch behind the link',
      ['--', link, '--demo-file=evil.json'],
      { own: ['--'], link: { refused: 'more-than-a-link' } },
    ],
    ['with two links', [link, link], { own: [], link: { refused: 'more-than-a-link' } }],
    ['with a link in capitals', ['ENTRA-RDP:x'], { own: [], link: { text: 'ENTRA-RDP:x' } }],
    ['with a switch that holds one', [`--demo-file=${link}`], { own: [`--demo-file=${link}`], link: null }],
  ])('are told apart %s', (_, words, sorted) => {
    expect(sortGivenWords(words)).toEqual(sorted);
  });
});

/** What goes on into addresses and onto the screen holds nothing that either reads as its own. */
function isTame(opened: OpenedLink): boolean {
  switch (opened.kind) {
    case 'connect':
      return /^[\p{L}\p{Nd}/_.()-]+$/u.test(opened.link.vmId) && !/\/\.{1,2}(\/|$)/.test(opened.link.vmId);
    case 'setup':
      return !/\p{Cc}/u.test(opened.text);
    case 'refused':
      return !/\p{Cc}/u.test(opened.because);
  }
}

function thrownBy(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
  return undefined;
}
