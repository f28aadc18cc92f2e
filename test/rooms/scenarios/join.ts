import type { CheckId } from '../../../shared/preflight/check-id';
import { closed, type Scenario, scenario } from './scenario';

const refused = 'Your credentials did not work';
const noDevice: readonly CheckId[] = ['entra-device-exists'];
const neverJoined = { cause: 'never-joined', open: closed } as const;

/** Every code AADLoginForWindows is known to end with, and what its sentence has to name. */
const codes: readonly (readonly [file: string, ...says: string[]])[] = [
  [
    'extension-801c0042-tenant-of-identity-unavailable',
    '-2145648574',
    '0x801C0042',
    'MSI_TENANTID',
    'identity',
  ],
  ['extension-801c0021-discovery-failed', '-2145648607', '0x801C0021', 'AUTOJOIN_DISC_FAILED', 'reach'],
  ['extension-51-windows-not-supported', '51', 'does not run on this version of Windows'],
  ['extension-801c0001-resource-name-too-long', '-2145648639', '0x801C0001', 'more than 15 characters'],
  ['extension-801c0083-host-name-duplicate', '-2145648509', '0x801C0083', 'error_hostname_duplicate'],
  ['extension-mdm-id-missing', 'mdmId'],
  ['extension-801c001d-domain-settings-unreadable', '-2145648611', '0x801C001D', 'hybrid-join settings'],
  ['extension-801c001f-discovery-timed-out', '-2145648609', '0x801C001F', 'DISC_WAIT_TIMEOUT'],
  ['extension-801c003d-user-realm-not-found', '-2145648579', '0x801C003D', 'USERREALM_DISCOVERY_FAILED'],
  ['extension-801c003a-tenant-not-found', '-2145648582', '0x801C003A', 'TENANT_NOT_FOUND'],
  ['extension-801c0025-service-busy', '-2145648603', '0x801C0025', 'too busy'],
  ['extension-801c0002-device-not-authenticated', '-2145648638', '0x801C0002', 'DEVICE_AUTHENTICATION_ERROR'],
  ['extension-801c0006-service-error', '-2145648634', '0x801C0006', 'DEVICE_INTERNALSERVICE_ERROR'],
  ['extension-801c03f2-directory-failure', '-2145647630', '0x801C03F2', 'DIRECTORY_FAILURE'],
  ['extension-80090016-tpm-bad-keyset', '0x80090016', 'Sysprep'],
  ['extension-80290407-tpm-internal-error', '0x80290407', 'TPM'],
  ['extension-80280036-tpm-in-fips-mode', '0x80280036', 'FIPS'],
  ['extension-80090031-tpm-locked', '0x80090031', 'locked itself'],
  ['extension-80072efd-cannot-connect', '0x80072EFD', 'could not connect'],
  ['extension-80072ee2-timeout', '0x80072EE2', 'in time'],
  ['extension-80072ee7-name-not-resolved', '0x80072EE7', 'DNS'],
  ['extension-80072efe-connection-aborted', '0x80072EFE', 'cut'],
  ['extension-80072f8f-tls-failed', '0x80072F8F', 'TLS'],
];

/** Whether, and as what, the VM joined. */
export const joinScenarios: readonly Scenario[] = [
  scenario('09-extension-still-at-work', 'Incorrect username or password', {
    tells: ['entra-device-exists', 'fail', 'not joined yet', 'Creating'],
    ...neverJoined,
  }),
  scenario('14-extension-removed-after-the-join', refused, {
    tells: ['login-extension-is-installed', 'warn', 'does not have the extension AADLoginForWindows'],
  }),
  scenario('17-stale-device-holds-the-host-name', 'the prompt never takes the right password', {
    tells: ['entra-device-is-unique', 'fail', 'The device ready-01', 'of 2025-02-03', 'could not join'],
    fails: ['entra-device-exists', 'entra-device-is-unique'],
    ...neverJoined,
  }),
  scenario('17-device-of-the-vm-before-it', 'the prompt never takes the right password', {
    tells: ['entra-device-exists', 'fail', '2025-09-01', '2026-04-14', 'earlier VM'],
    fails: [...noDevice, 'entra-device-is-unique'],
    ...neverJoined,
  }),
  scenario('17-two-devices-share-the-host-name', 'signing in goes to one of the two', {
    tells: ['entra-device-is-unique', 'fail', 'Two enabled devices', 'of 2026-04-14', 'of 2026-08-01'],
    open: closed,
  }),
  scenario('59-no-way-out-after-the-join', 'Lookup name from SID returned error 0xC000023C', {
    tells: ['vm-reaches-entra-endpoints', 'warn', 'deny-web', 'priority 100', 'nsg-workloads', '443'],
  }),
  scenario('59-no-way-out-and-no-device', 'the extension never gets through', {
    tells: ['vm-reaches-entra-endpoints', 'fail', 'deny-web', 'priority 100', 'nsg-workloads', '443'],
    fails: [...noDevice, 'vm-reaches-entra-endpoints'],
    ...neverJoined,
  }),
  scenario('59-private-subnet-without-egress', 'the extension never gets through', {
    tells: ['vm-reaches-entra-endpoints', 'fail', 'private subnet', 'no way out'],
    fails: [...noDevice, 'vm-reaches-entra-endpoints'],
    ...neverJoined,
  }),
  scenario('extension-50-server-2016', 'exit code 50', {
    tells: ['login-extension-succeeded', 'fail', '50', 'does not run on this version of Windows'],
    fails: ['vm-os-supports-entra-sign-in', 'login-extension-succeeded', ...noDevice],
    ...neverJoined,
  }),
  ...codes.map(([file, ...says]) =>
    scenario(file, 'VM has reported a failure when processing extension AADLoginForWindows', {
      tells: ['login-extension-succeeded', 'fail', ...says],
      fails: ['login-extension-succeeded', ...noDevice],
      ...neverJoined,
    }),
  ),
  scenario('extension-version-1-succeeded-without-a-join', 'the extension reports success', {
    tells: ['entra-device-exists', 'fail', 'resource id of ready-01'],
    ...neverJoined,
  }),
  scenario('extension-failed-after-the-join', 'an extension in red, and sign-in works', {
    tells: ['login-extension-succeeded', 'warn', '-2145648607', 'has joined Entra ID nevertheless'],
  }),
];
