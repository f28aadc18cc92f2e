import { expect, it } from 'vitest';
import { parseRegistryValues, type RegistryValues } from '../../../shared/client-pc/registry-values';
import { type PolicyKey, policiesFrom } from '../../../shared/client-pc/windows-policies';
import { windowsVersionFrom } from '../../../shared/client-pc/windows-version';

const values = (entries: Record<string, string | number>): RegistryValues =>
  parseRegistryValues(
    Object.entries(entries)
      .map(([name, data]) => `    ${name}    ${typeof data === 'number' ? 'REG_DWORD' : 'REG_SZ'}    ${data}`)
      .join('\r\n'),
  );

const policies = (keys: Partial<Record<PolicyKey, Record<string, string | number>>>) =>
  policiesFrom({
    pku2u: values(keys.pku2u ?? {}),
    credentialsDelegation: values(keys.credentialsDelegation ?? {}),
    machineFiles: values(keys.machineFiles ?? {}),
    userFiles: values(keys.userFiles ?? {}),
    client: values(keys.client ?? {}),
    launchNotice: values(keys.launchNotice ?? {}),
  });

it.each([
  ['Windows 11 by its build', '22621', 'Windows 11 Pro'],
  ['Windows 10 by its build', '19045', 'Windows 10 Pro'],
])('calls it %s', (_, build, productName) => {
  const version = windowsVersionFrom(values({ CurrentBuildNumber: build, ProductName: 'Windows 10 Pro' }));
  expect(version).toMatchObject({ build: Number(build), productName });
});

it('leaves a server its name', () => {
  const server = values({
    CurrentBuildNumber: '26100',
    ProductName: 'Windows Server 2025 Datacenter',
    InstallationType: 'Server Core',
  });
  expect(windowsVersionFrom(server)).toMatchObject({
    productName: 'Windows Server 2025 Datacenter',
    installationType: 'Server Core',
  });
});

it('takes the release id where an older Windows has no display version', () => {
  expect(windowsVersionFrom(values({ ReleaseId: '1809' })).displayVersion).toBe('1809');
});

it('knows nothing from nothing', () => {
  expect(windowsVersionFrom(new Map())).toEqual({
    build: null,
    revision: null,
    displayVersion: null,
    productName: null,
    edition: null,
    installationType: null,
  });
});

it.each([
  ['is not set', {}, null],
  ['is turned off', { RestrictedRemoteAdministration: 0, RestrictedRemoteAdministrationType: 2 }, false],
  [
    'asks for Restricted Admin',
    { RestrictedRemoteAdministration: 1, RestrictedRemoteAdministrationType: 1 },
    false,
  ],
  ['asks for it', { RestrictedRemoteAdministration: 1, RestrictedRemoteAdministrationType: 2 }, true],
  ['leaves the choice', { RestrictedRemoteAdministration: 1, RestrictedRemoteAdministrationType: 3 }, true],
  ['is of an older template', { RestrictedRemoteAdministration: 1 }, true],
])('reads Remote Credential Guard where the policy %s', (_, credentialsDelegation, expected) => {
  expect(policies({ credentialsDelegation }).remoteCredentialGuard).toBe(expected);
});

it('lets the machine decide over the user, and adds up whom they trust', () => {
  const [first, second, longer] = ['a'.repeat(40), 'B'.repeat(40), 'c'.repeat(64)];
  expect(
    policies({
      machineFiles: {
        AllowUnsignedFiles: 0,
        TrustedCertThumbprints: `${first}, oops,sha256:${longer},${longer}`,
      },
      userFiles: { AllowUnsignedFiles: 1, AllowSignedFiles: 1, TrustedCertThumbprints: `${second},${first}` },
    }),
  ).toMatchObject({
    allowUnsignedFiles: false,
    allowSignedFiles: true,
    trustedThumbprints: [first.toUpperCase(), longer.toUpperCase(), second],
  });
});
