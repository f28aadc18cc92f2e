import { bastionOnly, type Scenario, scenario, withoutPassword, withoutWebAccount } from './scenario';

const refused = 'Your credentials did not work';

/** The PC one connects from. */
export const thisPcScenarios: readonly Scenario[] = [
  scenario('10-pc-not-joined', refused, {
    tells: ['pc-is-joined-or-registered', 'fail', 'neither joined to Entra ID nor registered'],
    open: withoutPassword,
  }),
  scenario('10-pc-of-a-domain-only', refused, {
    tells: ['pc-is-joined-or-registered', 'fail', 'joined to a domain'],
    open: withoutPassword,
  }),
  scenario('10-pc-of-another-tenant', refused, {
    tells: [
      'pc-is-in-the-vms-tenant',
      'fail',
      'f4b71ca0-0000-4000-a000-0000000fab01',
      'c0470500-0000-4000-a000-00000c047050',
    ],
    open: withoutPassword,
  }),
  scenario('10-pc-without-refresh-token', refused, {
    tells: ['pc-has-a-refresh-token', 'warn', 'AzureAdPrt : NO'],
  }),
  scenario('11-pc-registered', refused, {
    tells: ['pc-is-joined-or-registered', 'pass', 'begins with AzureAD\\'],
  }),
  scenario('11-pc-registered-on-an-old-windows', refused, {
    tells: ['pc-is-joined-or-registered', 'fail', 'build 19041', 'build 18363'],
    fails: ['pc-build-supports-web-account', 'pc-is-joined-or-registered'],
    open: bastionOnly,
  }),
  scenario('12-password-never-used-here', refused, {
    tells: ['password-is-permanent', 'unknown', 'a temporary or expired one would have to be changed'],
  }),
  scenario('13-pku2u-unset-on-a-server', refused, {
    tells: ['pku2u-is-allowed', 'fail', 'PKU2U is not set', 'Windows Server'],
    open: withoutPassword,
  }),
  scenario('16-saved-password-of-somebody-else', refused, {
    tells: ['no-stale-saved-credential', 'warn', 'CONTOSO\\bob', 'ready-01'],
  }),
  scenario('28-hardened-pc', 'requires NLA, but your Windows domain controller cannot be contacted', {
    tells: ['pku2u-is-allowed', 'fail', 'AllowOnlineID = 0', 'hardening'],
    open: withoutPassword,
  }),
  scenario('41-remote-credential-guard', 'the sign-in fails', {
    tells: ['remote-credential-guard-is-off', 'fail', 'requires Remote Credential Guard'],
    open: withoutWebAccount,
  }),
  scenario('53-unsigned-file-after-april-2026', 'Caution: Unknown remote connection', {
    tells: ['rdp-files-may-be-opened', 'warn', 'Unknown remote connection', 'nobody has signed it'],
  }),
  scenario('53-unsigned-files-forbidden', 'the file does not open', {
    tells: ['rdp-files-may-be-opened', 'fail', 'AllowUnsignedFiles'],
    open: bastionOnly,
  }),
  scenario('55-pc-short-of-updates', 'the sign-in window does not come', {
    tells: ['pc-build-supports-web-account', 'fail', 'Windows 10 21H2 (19044.1889)'],
    cause: 'pc-short-of-updates',
    open: withoutWebAccount,
  }),
  scenario('57-update-of-january-2026', 'the password prompt fails at once', {
    tells: ['pc-has-no-known-bad-update', 'warn', '26100.7623', 'KB5074109', 'KB5077744'],
  }),
  scenario('57-update-of-january-2026-windows-10', 'the password prompt fails at once', {
    tells: ['pc-has-no-known-bad-update', 'warn', '19045.6809', 'KB5073724', 'KB5077796'],
  }),
  scenario('61-linux-with-freerdp-2', 'FreeRDP knows no web account', {
    tells: ['rdp-client-is-installed', 'fail', 'FreeRDP 2.11.7', 'cannot sign in with a web account'],
    open: ['bastion-portal'],
  }),
  scenario('61-linux-with-freerdp-3', 'nothing: it signs in', {
    tells: ['rdp-client-is-installed', 'pass', 'FreeRDP 3.15.0'],
    open: ['web-account', 'bastion-portal'],
  }),
  scenario('61-mac-with-windows-app', 'nothing: it signs in', {
    tells: ['rdp-client-is-installed', 'pass', 'Windows App 11.1.0'],
    open: ['web-account', 'bastion-portal'],
  }),
  scenario('61-no-client-installed', 'nothing opens', {
    tells: ['rdp-client-is-installed', 'fail', 'No RDP client'],
    open: ['bastion-portal'],
  }),
];
