import { closed, type Scenario, scenario } from './scenario';

const lin = 'lin@contoso.example';
/** Nobody lin is allowed to read says whether a Bastion serves the VM. */
const direct = ['web-account', 'password'] as const;

/** The person who holds the login role on one VM and may read nothing else. */
export const leastPrivilegedScenarios: readonly Scenario[] = [
  scenario('baseline-server-2025', 'nothing: the sign-in works', {
    account: lin,
    tells: ['login-role-is-assigned', 'pass', lin, 'as standard user'],
    open: direct,
  }),
  scenario('33-vm-stopped', "This computer can't connect to the remote computer", {
    account: lin,
    tells: ['vm-is-running', 'fail', 'ready-01 is stopped'],
    cause: 'vm-stopped',
    open: closed,
  }),
  scenario('extension-801c0021-discovery-failed', 'Your credentials did not work', {
    account: lin,
    tells: ['login-extension-succeeded', 'fail', '-2145648607'],
    cause: 'never-joined',
    open: closed,
  }),
  scenario('32-name-does-not-resolve', "Remote Desktop can't find the computer", {
    account: lin,
    tells: ['target-name-resolves', 'fail', 'ready-01 does not resolve'],
    open: closed,
  }),
  scenario('17-stale-device-holds-the-host-name', 'the prompt never takes the right password', {
    account: lin,
    tells: ['entra-device-exists', 'unknown', 'Device.Read.All'],
    open: direct,
  }),
];
