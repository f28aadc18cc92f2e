import { describe, expect, it } from 'vitest';
import { notCovered } from '../../../main/auth/covers';
import { CheckId } from '../../../shared/preflight/check-id';
import { appPermissions, describePermission } from '../../../shared/session/app-permissions';

describe('the permissions this product asks for', () => {
  it('are each asked for once, with a reason and what they cost', () => {
    const names = appPermissions.map(({ permission }) => permission);
    expect(new Set(names).size).toBe(names.length);
    for (const { permission, why, costs } of appPermissions) {
      expect(why).toMatch(/^[A-Z].*\.$/);
      // Looking for somebody else costs the helpdesk, and no check of one's own.
      expect(costs.length > 0).toBe(permission !== 'User.ReadBasic.All');
      expect(costs.filter((id) => !CheckId.options.includes(id))).toEqual([]);
    }
  });

  it('only read', () => {
    const graph = appPermissions.filter(({ api }) => api === 'Microsoft Graph');
    expect(graph.filter(({ permission }) => /Write|AccessAsUser/.test(permission))).toEqual([]);
  });

  it('blame one permission for each check, so that a report asks for it once', () => {
    const costs = appPermissions.flatMap((permission) => permission.costs);
    expect(new Set(costs).size).toBe(costs.length);
  });

  it.each([
    ['Device.Read.All', 'Device.Read.All (Microsoft Graph, admin consent)'],
    ['User.Read', 'User.Read (Microsoft Graph)'],
    ['user_impersonation', 'user_impersonation (Azure Resource Manager)'],
    ['AuditLog.Read.All', 'AuditLog.Read.All (Microsoft Graph)'],
  ])('are named to people: %s', (permission, words) => {
    expect(describePermission(permission)).toBe(words);
  });
});

it.each([
  [['User.Read'], ['User.Read'], []],
  [['User.Read', 'Policy.Read.All'], ['User.Read.All'], ['Policy.Read.All']],
  [['Device.Read.All'], [], ['Device.Read.All']],
  [['Policy.Read.All'], ['Directory.AccessAsUser.All', 'Directory.ReadWrite.All'], ['Policy.Read.All']],
  [[], ['User.Read'], []],
])('of %j, %j leaves %j to be asked for', (wanted, granted, missing) => {
  expect(notCovered(wanted, granted)).toEqual(missing);
});
