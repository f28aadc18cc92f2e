import { describe, expect, it } from 'vitest';
import { extensionFailures } from '../../../shared/azure/extension-failure-table';
import { explain } from '../../../shared/troubleshoot/match';

const best = (query: string) => explain(query)[0];

/** What people have been shown, word for word, and what we call it. */
const shown: readonly (readonly [shown: string, id: string])[] = [
  [
    'AADSTS293004: The target-device identifier in the request X was not found in the tenant',
    'aadsts-293004',
  ],
  ['0x1080', 'disconnect-4224'],
  ['Your account is configured to prevent you from using this device.', 'no-login-role'],
  ['Incorrect username or password', 'incorrect-password'],
  ['Your credentials did not work', 'credentials-did-not-work'],
  ['0x801c0083 error_hostname_duplicate', 'extension--2145648509'],
  ['Another object with the same value for property hostnames already exists', 'host-name-duplicate'],
  ["The sign-in method you're trying to use isn't allowed", 'sign-in-method-not-allowed'],
  ['The logon attempt failed', 'logon-attempt-failed'],
  [
    'Remote machine is Microsoft Entra joined. If you are signing in to your work account, try using your work email address',
    'use-work-email',
  ],
  ["We couldn't connect to the remote PC because of a security error", 'security-error'],
  ['Sign in failed. Please check your username and password', 'oops-sign-in-failed'],
  ['2607', 'disconnect-2607'],
  ['The remote machine is AADJ joined', 'oops-sign-in-failed'],
  [
    'The connection was denied because the user account is not authorized for remote login',
    'not-authorized-for-remote-login',
  ],
  ['There is no such global user or group', 'no-such-user-or-group'],
  ['GroupTypeNotSupported', 'group-type-not-supported'],
  ['requires NLA, but your Windows domain controller cannot be contacted', 'nla-without-domain-controller'],
  ['The Local Security Authority cannot be contacted', 'local-security-authority'],
  ['This could be due to CredSSP encryption oracle remediation', 'credssp-oracle'],
  [
    "The server's authentication policy does not allow connection requests using saved credentials",
    'saved-credentials-refused',
  ],
  ['0x2107', 'disconnect-8455'],
  ["Remote Desktop can't find the computer", 'cannot-find-computer'],
  ["This computer can't connect to the remote computer", 'cannot-connect'],
  ['no Remote Desktop License Servers available', 'no-licence-servers'],
  ['Your session was disconnected because it was locked', 'locked-and-disconnected'],
  ['Allow remote desktop connection?', 'allow-remote-desktop'],
  ["The specified session doesn't exist", 'hybrid-session-missing'],
  ['authentication_result: -2146893048', 'windows--2146893048'],
  ['0x80090308', 'windows--2146893048'],
  ['SEC_E_INVALID_TOKEN', 'token-not-accepted'],
  ['AADSTS9002341 User is required to permit SSO', 'aadsts-9002341'],
  ['0xCAA2000C', 'windows--895352820'],
  ['0xCAA90056', 'windows--895352820'],
  ['AADSTS50076', 'aadsts-50076'],
  ['Bastion Host SKU must be Standard or Premium and Native Client must be enabled.', 'bastion-sku'],
  ['AAD login is not supported for Disable Gateway & IP Connect scenarios.', 'bastion-ip-connect'],
  ['`--target-ip-address` flag cannot be used when IpConnect is not enabled', 'bastion-ip-connect'],
  ['Server could not process the request to generate RDP file.', 'bastion-no-file'],
  ['prompt for password entry after MFA completes', 'bastion-asks-for-the-password'],
  ['0x300006c', 'windows-50331756'],
  ['0x3000064', 'windows-50331756'],
  ['0x10b', 'windows-50331756'],
  ['Caution: Unknown remote connection', 'unknown-remote-connection'],
  ['0xC000006D', 'windows--1073741715'],
  ['0xC0000064', 'windows--1073741715'],
  ['after KB5074109 the prompt fails', 'update-broke-the-password-prompt'],
  ['partial mismatch in the machine ID', 'machine-id-mismatch'],
  ['LsaSrv Event 6167', 'machine-id-mismatch'],
  ['Lookup name from SID returned error 0xC000023C', 'windows--1073741252'],
  ['0x80041326', 'windows--2147216602'],
  ["'mdmId' setting was not found", 'mdm-id-missing'],
  ['-1073741715', 'windows--1073741715'],
  ['-1073741714', 'windows--1073741714'],
  ['-1073741276', 'windows--1073741276'],
];

it.each(shown)('%s', (query, id) => {
  expect(best(query)).toMatchObject({ id, isNearest: false });
});

describe('every code the extension is known to end with', () => {
  const codes = extensionFailures.flatMap(({ code }) => code ?? []);

  it.each(codes)('%i', (code) => {
    expect(best(`Exit code: ${code}`)).toMatchObject({ id: `extension-${code}`, isNearest: false });
  });
});

it.each([
  1, 2, 3, 260, 263, 264, 516, 520, 772, 776, 1028, 1030, 1288, 1540, 1542, 1796, 1798, 2052, 2055, 2056,
  2308, 2310, 2566, 2567, 2822, 2823, 2825, 3078, 3079, 3335, 3591, 3847, 4360, 4615, 5639, 5895, 6151, 6919,
  7175, 7943, 8455, 8711,
])('the disconnect reason %i', (reason) => {
  expect(best(`mstsc ${reason}`)).toMatchObject({
    id: expect.stringMatching(/^disconnect-/),
    isNearest: false,
  });
});

it.each(['KB5074100', 'KB5077744', 'KB1234567'])(
  '%s, which broke nothing, is not taken for one that did',
  (update) => {
    expect(explain(update)).toEqual([]);
  },
);
