import type { CheckId } from '../preflight/check-id';
import type { Consent } from './session-state';

/** A delegated permission of our app registration, what it is for, and the checks that need it. */
export interface AppPermission {
  readonly permission: string;
  readonly api: Consent['api'];
  readonly why: string;
  readonly needsAdmin: boolean;
  readonly costs: readonly CheckId[];
}

/**
 * Every permission this product asks for, the ones it cannot do without first. All are delegated and
 * read-only: they never let it see more than the signed-in person may.
 *
 * Source: the permission tables of Microsoft Graph's reference pages, read 2026-11-22.
 */
export const appPermissions: readonly AppPermission[] = [
  {
    permission: 'user_impersonation',
    api: 'Azure Resource Manager',
    why: 'Lists the virtual machines and reads their state, extensions, network and role assignments with your own rights.',
    needsAdmin: false,
    costs: [
      'vm-runs-windows',
      'vm-is-running',
      'vm-os-supports-entra-sign-in',
      'vm-agent-is-ready',
      'vm-has-system-assigned-identity',
      'login-extension-is-installed',
      'login-extension-succeeded',
      'login-role-is-assigned',
      'no-deny-assignment-blocks-login',
      'bastion-serves-the-vm',
    ],
  },
  {
    permission: 'User.Read',
    api: 'Microsoft Graph',
    why: 'Reads your own name and whether you are a member or a guest.',
    needsAdmin: false,
    costs: ['account-is-not-a-guest'],
  },
  {
    permission: 'User.ReadBasic.All',
    api: 'Microsoft Graph',
    why: 'Finds another person of your organisation by user name, when the helpdesk checks for them.',
    needsAdmin: false,
    costs: [],
  },
  {
    permission: 'Device.Read.All',
    api: 'Microsoft Graph',
    why: 'Reads the Entra device of a virtual machine: whether it joined, is enabled, and under which names.',
    needsAdmin: true,
    costs: [
      'vm-is-not-joined-elsewhere',
      'entra-device-exists',
      'entra-device-is-enabled',
      'entra-device-is-unique',
      'target-name-is-registered',
    ],
  },
  {
    permission: 'Application.Read.All',
    api: 'Microsoft Graph',
    why: 'Reads whether the sign-in apps of Windows VMs exist, are enabled and are assigned to you.',
    needsAdmin: true,
    costs: ['sign-in-app-exists'],
  },
  {
    permission: 'Policy.Read.All',
    api: 'Microsoft Graph',
    why: 'Asks Conditional Access what it would say to this sign-in, and reads per-user multifactor authentication.',
    needsAdmin: true,
    costs: ['conditional-access-allows-the-route', 'mfa-can-be-met', 'per-user-mfa-is-off'],
  },
];

/** How a permission is named to people: `Device.Read.All (Microsoft Graph, admin consent)`. */
export function describePermission(permission: string): string {
  const known = appPermissions.find((each) => each.permission === permission);
  if (!known) return `${permission} (Microsoft Graph)`;
  return `${permission} (${known.api}${known.needsAdmin ? ', admin consent' : ''})`;
}
