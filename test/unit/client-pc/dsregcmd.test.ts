import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDsregcmd } from '../../../shared/client-pc/dsregcmd';
import { isAppError } from '../../../shared/errors/app-error';

const sample = (name: string) =>
  readFileSync(new URL(`../../fixtures/dsregcmd/${name}.txt`, import.meta.url), 'utf8');
const contoso = 'aaaabbbb-0000-cccc-1111-dddd2222eeee';

it.each([
  [
    'entra-joined',
    {
      isEntraJoined: true,
      isDomainJoined: false,
      isEntraRegistered: false,
      tenantId: contoso,
      workAccountTenantIds: [],
      hasRefreshToken: true,
      // A key is set, but nothing says which kind.
      helloForBusiness: null,
    },
  ],
  [
    'hybrid-prt-failed',
    {
      isEntraJoined: true,
      isDomainJoined: true,
      isEntraRegistered: false,
      tenantId: null,
      workAccountTenantIds: [],
      hasRefreshToken: false,
      helloForBusiness: null,
    },
  ],
  [
    'old-layout',
    {
      isEntraJoined: true,
      isDomainJoined: true,
      isEntraRegistered: false,
      tenantId: contoso,
      workAccountTenantIds: [],
      hasRefreshToken: true,
      helloForBusiness: null,
    },
  ],
  [
    'registered',
    {
      isEntraJoined: false,
      isDomainJoined: false,
      isEntraRegistered: true,
      tenantId: null,
      workAccountTenantIds: [contoso],
      hasRefreshToken: false,
      helloForBusiness: 'none',
    },
  ],
])('reads the layout of %s', (name, expected) => {
  expect(parseDsregcmd(sample(name))).toEqual(expected);
});

it('reads Windows line ends like any other', () => {
  const text = sample('entra-joined');
  expect(parseDsregcmd(text.replaceAll('\n', '\r\n'))).toEqual(parseDsregcmd(text));
});

const joined = (...lines: string[]) => parseDsregcmd(['  AzureAdJoined : YES', ...lines].join('\n'));

it.each([
  ['a value that goes on in the next line', ['  TenantId : aaaabbbb-0000-cccc-1111-', '     dddd2222eeee']],
  ['two colons', [`  TenantId: : ${contoso}`]],
  ['no blanks', [`TenantId:${contoso.toUpperCase()}`]],
  ['an unknown section before it', ['| Neu und unbekannt |', '  Was : immer', `  TenantId : ${contoso}`]],
  ['letters of another code page', ['  UserName : J\uFFFD\uFFFDrg', `  TenantId : ${contoso}`]],
])('finds the tenant through %s', (_, lines) => {
  expect(joined(...lines).tenantId).toBe(contoso);
});

it('keeps the keys of work accounts apart from those of the device', () => {
  const { tenantId, workAccountTenantIds, helloForBusiness } = joined(
    '  NgcSet : NO',
    '| Work Account 1 |',
    '  NgcSet : YES',
    `  WorkplaceTenantId : ${contoso}`,
    '| Work Account 2 |',
    '  WorkplaceTenantId : 99990000-0000-cccc-1111-dddd2222eeee',
  );
  expect(tenantId).toBeNull();
  expect(workAccountTenantIds).toEqual([contoso, '99990000-0000-cccc-1111-dddd2222eeee']);
  expect(helloForBusiness).toBe('none');
});

it.each([
  ['a certificate authority', ['CertEnrollment : enrollment authority'], 'certificate-trust'],
  ['device management', ['CertEnrollment : mobile device management'], 'certificate-trust'],
  ['a cloud ticket', ['CertEnrollment : none', 'OnPremTGT : YES'], 'cloud-trust'],
  ['neither', ['CertEnrollment : none', 'OnPremTGT : NO'], 'key-trust'],
  ['no section about it', [], null],
])('infers Windows Hello for Business from %s', (_, lines, expected) => {
  expect(joined('  NgcSet : YES', ...lines).helloForBusiness).toBe(expected);
});

it.each([
  ['nothing', ''],
  [
    'an error message',
    'Der Befehl "dsregcmd" ist entweder falsch geschrieben oder konnte nicht gefunden werden.',
  ],
  ['sections without keys', '+---+\n| Device State |\n+---+\n'],
])('says that %s is unreadable, and not that the PC is not joined', (_, text) => {
  expect(() => parseDsregcmd(text)).toThrow(/AzureAdJoined/);
});

it('throws nothing but AppError, whatever the output', () => {
  const problemWith = (text: string) => {
    try {
      parseDsregcmd(text);
      return 'none';
    } catch (error) {
      return isAppError(error) ? error.code : 'a bug';
    }
  };
  const knownLine = fc.constantFrom('AzureAdJoined : YES', '| Work Account 1 |', '+---+', ': :', 'NgcSet :');
  fc.assert(
    fc.property(fc.array(fc.oneof(knownLine, fc.string({ unit: 'binary' }))), (lines) => {
      expect(problemWith(lines.join('\n'))).not.toBe('a bug');
    }),
  );
});
