import type { Source } from './check';

/** The texts our rules come from, with the date of the text, or of our reading where it bears none. */
export const sources = {
  signInToVm: {
    url: 'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
    asOf: '2025-12-01',
  },
  roleDefinitions: {
    url: 'https://learn.microsoft.com/azure/role-based-access-control/role-definitions',
    asOf: '2026-11-22',
  },
  loginRoles: {
    url: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/compute',
    asOf: '2026-07-01',
  },
  denyAssignments: {
    url: 'https://learn.microsoft.com/azure/role-based-access-control/deny-assignments',
    asOf: '2026-11-22',
  },
  managedIdentities: {
    url: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/known-issues',
    asOf: '2026-11-22',
  },
  vmAgent: {
    url: 'https://learn.microsoft.com/azure/virtual-machines/extensions/agent-windows',
    asOf: '2026-11-22',
  },
  powerStates: {
    url: 'https://learn.microsoft.com/azure/virtual-machines/states-billing',
    asOf: '2026-11-22',
  },
  singleSignOn: {
    url: 'https://learn.microsoft.com/azure/virtual-desktop/configure-single-sign-on',
    asOf: '2026-11-22',
  },
  perUserMfa: {
    url: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates',
    asOf: '2026-11-22',
  },
} as const satisfies Record<string, Source>;
