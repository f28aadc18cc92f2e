import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, beforeEach } from 'node:test';
import { thisClientPc } from '../../main/client-pc/this-client-pc';
import { policyKeys } from '../../shared/client-pc/windows-policies';
import { currentVersionKey } from '../../shared/client-pc/windows-version';
import { never, test } from './lane';

const reg = (...given: string[]) => spawnSync('C:\\windows\\System32\\reg.exe', given);
const set = (key: string, name: string, type: string, data: string) =>
  assert.equal(reg('add', key, '/v', name, '/t', type, '/d', data, '/f').status, 0);

const versionValues = {
  CurrentBuildNumber: '26100',
  DisplayVersion: '24H2',
  EditionID: 'Enterprise',
  InstallationType: 'Client',
  ProductName: 'Windows 10 Enterprise',
};

const forget = () => {
  for (const key of Object.values(policyKeys)) reg('delete', key, '/f');
  for (const name of [...Object.keys(versionValues), 'UBR']) {
    if (name !== 'CurrentBuildNumber') reg('delete', currentVersionKey, '/v', name, '/f');
  }
};

beforeEach(forget);
after(forget);

test('this PC is what its registry says', async () => {
  for (const [name, data] of Object.entries(versionValues)) set(currentVersionKey, name, 'REG_SZ', data);
  set(currentVersionKey, 'UBR', 'REG_DWORD', '2314');

  const { hostName, ...pc } = await thisClientPc().describe(never);
  assert.deepEqual(pc, {
    os: 'windows',
    build: 26100,
    revision: 2314,
    displayVersion: '24H2',
    edition: 'Enterprise',
    installationType: 'Client',
    productName: 'Windows 11 Enterprise',
  });
  assert.notEqual(hostName, '');
});

test('a revision of the wrong type is read where it is a number, and else missing', async () => {
  set(currentVersionKey, 'CurrentBuildNumber', 'REG_SZ', '26100');
  set(currentVersionKey, 'UBR', 'REG_SZ', '674');
  assert.equal((await thisClientPc().describe(never)).revision, 674);
  set(currentVersionKey, 'UBR', 'REG_BINARY', 'ffee');
  assert.equal((await thisClientPc().describe(never)).revision, null);
});

test('text in any alphabet arrives whole', async () => {
  set(currentVersionKey, 'CurrentBuildNumber', 'REG_SZ', '26100');
  set(currentVersionKey, 'ProductName', 'REG_SZ', 'Windows 11 Édition');
  assert.equal((await thisClientPc().describe(never)).productName, 'Windows 11 Édition');
});

test('policies that are not set are not the same as off', async () => {
  assert.deepEqual(await thisClientPc().policies(never), {
    pku2uAllowed: null,
    remoteCredentialGuard: null,
    allowSignedFiles: null,
    allowUnsignedFiles: null,
    trustedThumbprints: [],
    redirectionWarningDialogVersion: null,
    launchConsentAccepted: null,
  });
});

test('policies are read from the machine and from the user', async () => {
  const [first, second] = ['A'.repeat(40), 'b'.repeat(40)];
  set(policyKeys.pku2u, 'AllowOnlineID', 'REG_DWORD', '0');
  set(policyKeys.credentialsDelegation, 'RestrictedRemoteAdministration', 'REG_DWORD', '1');
  set(policyKeys.credentialsDelegation, 'RestrictedRemoteAdministrationType', 'REG_DWORD', '2');
  set(policyKeys.machineFiles, 'AllowUnsignedFiles', 'REG_DWORD', '0');
  set(policyKeys.machineFiles, 'TrustedCertThumbprints', 'REG_SZ', `${first},not a thumbprint`);
  set(policyKeys.userFiles, 'AllowUnsignedFiles', 'REG_DWORD', '1');
  set(policyKeys.userFiles, 'AllowSignedFiles', 'REG_DWORD', '1');
  set(policyKeys.userFiles, 'TrustedCertThumbprints', 'REG_SZ', second);
  set(policyKeys.client, 'RedirectionWarningDialogVersion', 'REG_DWORD', '1');
  set(policyKeys.launchNotice, 'RdpLaunchConsentAccepted', 'REG_DWORD', '1');

  assert.deepEqual(await thisClientPc().policies(never), {
    pku2uAllowed: false,
    remoteCredentialGuard: true,
    allowSignedFiles: true,
    allowUnsignedFiles: false,
    trustedThumbprints: [first, second.toUpperCase()],
    redirectionWarningDialogVersion: 1,
    launchConsentAccepted: true,
  });
});

test('policies of the wrong type do no harm', async () => {
  set(policyKeys.pku2u, 'AllowOnlineID', 'REG_SZ', 'yes');
  set(policyKeys.machineFiles, 'AllowSignedFiles', 'REG_BINARY', '01');
  set(policyKeys.client, 'RedirectionWarningDialogVersion', 'REG_SZ', '1');
  const policies = await thisClientPc().policies(never);
  assert.equal(policies.pku2uAllowed, null);
  assert.equal(policies.redirectionWarningDialogVersion, 1);
});
