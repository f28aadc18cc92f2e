/**
 * Permissions of Microsoft Graph that let a token do what a smaller one allows.
 *
 * Source: the permission tables of Microsoft Graph's reference pages for users, devices and service
 * principals, read 2026-11-22. No permission for directory objects reads Conditional Access policies.
 */
const broader: Readonly<Record<string, readonly string[]>> = {
  'User.Read': ['User.ReadWrite', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'],
  'Device.Read.All': ['Directory.Read.All', 'Directory.ReadWrite.All', 'Directory.AccessAsUser.All'],
  'Application.Read.All': [
    'Application.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
    'Directory.AccessAsUser.All',
  ],
};

/** The permissions that `granted` does not give, neither by name nor by a broader one. */
export function notCovered(wanted: readonly string[], granted: readonly string[]): string[] {
  return wanted.filter(
    (permission) => ![permission, ...(broader[permission] ?? [])].some((each) => granted.includes(each)),
  );
}
