import { closed, type Scenario, scenario, withoutPassword } from './scenario';

const mayNot = 'Your account is configured to prevent you from using this device';
const ned = 'ned@contoso.example';
const hedy = 'hedy@contoso.example';
const guest = 'guest_fabrikam.example#EXT#@contoso.example';
const fabrikam = 'f4b71ca0-0000-4000-a000-0000000fab01';
const contoso = 'c0470500-0000-4000-a000-00000c047050';

/** Who signs in, and what the organisation allows. */
export const accountsAndPolicies: readonly Scenario[] = [
  scenario('03-vm-of-another-tenant', 'AADSTS293004, as the token is of another tenant', {
    tells: ['account-is-in-the-vms-tenant', 'fail', contoso, fabrikam],
    fails: ['account-is-in-the-vms-tenant', 'pc-is-in-the-vms-tenant'],
    cause: 'wrong-tenant-or-guest',
    open: closed,
  }),
  scenario('03-subscription-moved-to-another-tenant', 'the extension fails for no visible reason', {
    tells: ['vm-identity-is-of-this-tenant', 'fail', contoso, fabrikam],
    fails: ['vm-identity-is-of-this-tenant', 'entra-device-exists'],
    cause: 'never-joined',
    open: closed,
  }),
  scenario('07-no-login-role', mayNot, {
    account: ned,
    tells: ['login-role-is-assigned', 'fail', ned, 'Virtual Machine User Login'],
    cause: 'no-login-role',
    open: closed,
  }),
  scenario('08-owner-without-login-role', mayNot, {
    account: ned,
    tells: ['login-role-is-assigned', 'fail', `${ned} holds Owner on ready-01`],
    cause: 'manages-but-may-not-sign-in',
    open: closed,
  }),
  scenario('08-contributor-of-the-vm', mayNot, {
    account: ned,
    tells: ['login-role-is-assigned', 'fail', `${ned} holds Virtual Machine Contributor on ready-01`],
    cause: 'manages-but-may-not-sign-in',
    open: closed,
  }),
  scenario('09-role-given-a-moment-ago', 'Incorrect username or password', {
    account: ned,
    tells: ['login-role-is-assigned', 'warn', 'less than 10 minutes ago'],
  }),
  scenario('15-per-user-mfa', 'Your credentials did not work', {
    account: hedy,
    tells: ['per-user-mfa-is-off', 'warn', 'enforced', hedy],
  }),
  scenario('18-policy-asks-for-mfa', "The sign-in method you're trying to use isn't allowed", {
    account: hedy,
    tells: ['mfa-can-be-met', 'fail', 'MFA for VMs', 'no Windows Hello for Business'],
    open: withoutPassword,
  }),
  scenario('21-policy-blocks', "We couldn't connect to the remote PC because of a security error", {
    account: hedy,
    tells: ['conditional-access-allows-the-route', 'fail', 'No remote desktops', 'blocked'],
    cause: 'policy-the-route-cannot-meet',
    open: closed,
  }),
  scenario('39-guest', 'sign-in fails without a reason', {
    account: guest,
    tells: ['account-is-not-a-guest', 'fail', guest, contoso],
    cause: 'wrong-tenant-or-guest',
    open: closed,
  }),
  scenario('40-compliant-device-from-a-server', 'Conditional Access refuses the sign-in', {
    account: hedy,
    tells: ['conditional-access-allows-the-route', 'fail', 'Compliant devices only', 'Windows Server'],
    cause: 'policy-the-route-cannot-meet',
    open: closed,
  }),
  scenario('42-sign-in-app-missing', 'the app is not among those a policy can be aimed at', {
    account: hedy,
    tells: ['sign-in-app-exists', 'warn', 'lacks the app Microsoft Azure Windows Virtual Machine Sign-in'],
  }),
  scenario('42-sign-in-app-requires-assignment', 'AADSTS50105', {
    account: hedy,
    tells: ['sign-in-app-exists', 'fail', hedy, 'is not assigned'],
    open: closed,
  }),
  scenario('42-sign-in-app-disabled', 'the sign-in is refused', {
    account: hedy,
    tells: ['sign-in-app-exists', 'fail', 'is disabled in this tenant'],
    open: closed,
  }),
];
