import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesAction, type Permission } from '../../../shared/azure/access';
import { controllingRole, describeScope, loginLevelOf } from '../../../shared/azure/login-access';
import { aRoleAssignment } from '../preflight/builders';

const entry = (changes: Partial<Permission>): Permission => ({
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  ...changes,
});
const login = 'Microsoft.Compute/virtualMachines/login/action';
const loginAsAdmin = 'Microsoft.Compute/virtualMachines/loginAsAdmin/action';

describe('a pattern of actions', () => {
  it.each([
    ['*', 'Microsoft.Compute/virtualMachines/read', true],
    ['*/read', 'Microsoft.Compute/virtualMachines/read', true],
    ['Microsoft.Compute/*/read', 'microsoft.compute/virtualMachines/extensions/READ', true],
    ['Microsoft.Compute/virtualMachines/*/read', 'Microsoft.Compute/virtualMachines/read', false],
    ['Microsoft.Compute/virtualMachines/read', 'Microsoft.Compute/virtualMachines/read/more', false],
    ['Microsoft.Compute.*', 'MicrosoftXComputeX', false],
    ['a*a', 'a', false],
    ['', '', true],
  ])('%j over %j: %s', (pattern, action, expected) => {
    expect(matchesAction(pattern, action)).toBe(expected);
  });

  it('agrees with a regular expression on what that can do', () => {
    const letters = array(constantFrom('a', 'b', '*'), { maxLength: 6 }).map((each) => each.join(''));
    const words = array(constantFrom('a', 'b'), { maxLength: 8 }).map((each) => each.join(''));
    assert(
      property(letters, words, (pattern, action) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action);
        expect(matchesAction(pattern, action)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('is done with a hostile one at once', () => {
    expect(matchesAction(`${'*a'.repeat(50_000)}b`, 'a'.repeat(200))).toBe(false);
  });
});

describe('who one is on the VM', () => {
  it.each<[string, Permission[], ReturnType<typeof loginLevelOf>]>([
    ['nobody without entries', [], null],
    ['nobody by actions alone, which span no data actions', [entry({ actions: ['*'] })], null],
    ['a standard user', [entry({ dataActions: [login] })], 'standard user'],
    ['an administrator', [entry({ dataActions: [login, loginAsAdmin] })], 'administrator'],
    [
      'an administrator by two roles',
      [entry({ dataActions: [login] }), entry({ dataActions: [loginAsAdmin] })],
      'administrator',
    ],
    [
      'a standard user where the same entry takes the rest away',
      [entry({ dataActions: ['*'], notDataActions: [loginAsAdmin] })],
      'standard user',
    ],
    [
      'an administrator where only another entry takes it away',
      [entry({ dataActions: ['*'] }), entry({ dataActions: ['*'], notDataActions: ['*'] })],
      'administrator',
    ],
    [
      'nobody by the rights to Arc machines',
      [entry({ dataActions: ['Microsoft.HybridCompute/machines/login/action'] })],
      null,
    ],
    ['a standard user in any letter case', [entry({ dataActions: [login.toUpperCase()] })], 'standard user'],
  ])('%s', (_, permissions, level) => {
    expect(loginLevelOf(permissions)).toBe(level);
  });
});

describe('the role one manages the VM with', () => {
  it.each<[string, Permission, string | null]>([
    ['Owner', entry({ actions: ['*'] }), 'Owner'],
    [
      'Contributor',
      entry({ actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] }),
      'Contributor',
    ],
    [
      'a lesser one',
      entry({ actions: ['Microsoft.Compute/virtualMachines/*'] }),
      'a role that manages the VM',
    ],
    ['none for a Reader', entry({ actions: ['*/read'] }), null],
    [
      'none where writing is taken away',
      entry({ actions: ['*'], notActions: ['Microsoft.Compute/*'] }),
      null,
    ],
  ])('is %s', (_, permission, role) => {
    expect(controllingRole([permission], [])).toBe(role);
  });

  const everything = entry({ actions: ['*'] });
  const custom = (roleName: string) => aRoleAssignment({ roleId: `custom ${roleName}`, roleName });

  it.each<[string, Permission, Parameters<typeof controllingRole>[1], string]>([
    ['the custom role that is the only one', everything, [custom('Site engineers')], 'Site engineers'],
    [
      'not guessed among several custom roles',
      everything,
      [custom('Site engineers'), custom('Night shift')],
      'a custom role',
    ],
    [
      'a custom role whose name is not given',
      everything,
      [aRoleAssignment({ roleId: 'custom', roleName: null })],
      'a custom role',
    ],
    [
      'not Owner where it has data actions, which Owner has not',
      entry({ actions: ['*'], dataActions: ['*'], notDataActions: [login, loginAsAdmin] }),
      [],
      'a role that manages the VM',
    ],
  ])('is %s', (_, permission, assignments, role) => {
    expect(controllingRole([permission], assignments)).toBe(role);
  });
});

it.each([
  ['/subscriptions/s', 'the subscription'],
  ['/subscriptions/s/resourceGroups/rg-app', 'resource group rg-app'],
  ['/subscriptions/s/resourcegroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01', 'this VM'],
  ['/providers/Microsoft.Management/managementGroups/root', 'a management group'],
])('calls the scope %s %s', (scope, words) => {
  expect(describeScope(scope)).toBe(words);
});
