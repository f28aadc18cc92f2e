import { expect, it } from 'vitest';
import { loginRoleIsAssigned } from '../../../../shared/preflight/checks/login-role-is-assigned';
import { anAccount, aRoleAssignment, aVm, type Case, problem, verdictOf } from '../builders';

const entry = (
  dataActions: string[],
  notDataActions: string[] = [],
  actions: string[] = [],
  notActions: string[] = [],
) => ({
  actions,
  notActions,
  dataActions,
  notDataActions,
});
const userLogin = entry(['Microsoft.Compute/virtualMachines/login/action']);
const adminLogin = entry([
  'microsoft.compute/virtualmachines/LOGIN/action',
  'Microsoft.Compute/virtualMachines/loginAsAdmin/action',
]);
const owner = entry([], [], ['*']);
const contributor = entry([], [], ['*'], ['Microsoft.Authorization/*/Write']);
const reader = entry([], [], ['*/read']);
const userLoginRole = aRoleAssignment();
const ownerRole = aRoleAssignment({ roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', roleName: 'Owner' });
const eligible = (endsAt: string | null) => ({
  roleId: '1c0163c0-47e6-4577-8991-ea5c82e286e4',
  roleName: null,
  scope: aVm().id,
  endsAt,
});
const known = { vm: aVm(), account: anAccount() };

it.each<Case>([
  [
    'Virtual Machine User Login by the subscription',
    { ...known, permissions: [reader, userLogin], roleAssignments: [userLoginRole] },
    {
      status: 'pass',
      found:
        'ada@contoso.example may sign in to web-01 as standard user by Virtual Machine User Login on the subscription.',
    },
  ],
  [
    'Virtual Machine Administrator Login, in any letter case',
    { ...known, permissions: [adminLogin] },
    {
      status: 'pass',
      found: 'ada@contoso.example may sign in to web-01 as administrator.',
    },
  ],
  [
    'a custom role with a wildcard',
    { ...known, permissions: [entry(['Microsoft.Compute/virtualMachines/*'])], roleAssignments: [] },
    {
      status: 'pass',
      found: 'ada@contoso.example may sign in to web-01 as administrator.',
    },
  ],
  [
    'a custom role that takes away what its wildcard gives, beside a role that gives it',
    { ...known, permissions: [entry(['*'], ['Microsoft.Compute/virtualMachines/*/action']), userLogin] },
    {
      status: 'pass',
      found: 'ada@contoso.example may sign in to web-01 as standard user.',
    },
  ],
  [
    'only a custom role that takes away what its wildcard gives',
    { ...known, permissions: [entry(['*'], ['Microsoft.Compute/virtualMachines/*/action'])] },
    {
      status: 'fail',
      found:
        'ada@contoso.example has no role that signs in to web-01. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      remedies: [
        "az: az role assignment create --role 'Virtual Machine User Login' --assignee-object-id 44444444-dddd-4ddd-8ddd-444444444444 --assignee-principal-type User --scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        "powershell: New-AzRoleAssignment -ObjectId 44444444-dddd-4ddd-8ddd-444444444444 -RoleDefinitionName 'Virtual Machine User Login' -Scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        'ask: Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'an Owner',
    { ...known, permissions: [owner], roleAssignments: [ownerRole] },
    {
      status: 'fail',
      found:
        'ada@contoso.example holds Owner on web-01, which manages the VM and does not sign in to it. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      remedies: [
        "az: az role assignment create --role 'Virtual Machine User Login' --assignee-object-id 44444444-dddd-4ddd-8ddd-444444444444 --assignee-principal-type User --scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        "powershell: New-AzRoleAssignment -ObjectId 44444444-dddd-4ddd-8ddd-444444444444 -RoleDefinitionName 'Virtual Machine User Login' -Scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        'ask: Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a Contributor, known by the permissions alone',
    { ...known, permissions: [contributor] },
    {
      status: 'fail',
      found:
        'ada@contoso.example holds Contributor on web-01, which manages the VM and does not sign in to it. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      remedies: [
        "az: az role assignment create --role 'Virtual Machine User Login' --assignee-object-id 44444444-dddd-4ddd-8ddd-444444444444 --assignee-principal-type User --scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        "powershell: New-AzRoleAssignment -ObjectId 44444444-dddd-4ddd-8ddd-444444444444 -RoleDefinitionName 'Virtual Machine User Login' -Scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        'ask: Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a Reader',
    { ...known, permissions: [reader], roleAssignments: [] },
    {
      status: 'fail',
      found:
        'ada@contoso.example has no role that signs in to web-01. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      remedies: [
        "az: az role assignment create --role 'Virtual Machine User Login' --assignee-object-id 44444444-dddd-4ddd-8ddd-444444444444 --assignee-principal-type User --scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        "powershell: New-AzRoleAssignment -ObjectId 44444444-dddd-4ddd-8ddd-444444444444 -RoleDefinitionName 'Virtual Machine User Login' -Scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        'ask: Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'nothing at all',
    { ...known, permissions: [] },
    {
      status: 'fail',
      found:
        'ada@contoso.example has no role that signs in to web-01. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      remedies: [
        "az: az role assignment create --role 'Virtual Machine User Login' --assignee-object-id 44444444-dddd-4ddd-8ddd-444444444444 --assignee-principal-type User --scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        "powershell: New-AzRoleAssignment -ObjectId 44444444-dddd-4ddd-8ddd-444444444444 -RoleDefinitionName 'Virtual Machine User Login' -Scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        'ask: Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a role that is eligible and not active',
    { ...known, permissions: [reader], roleEligibilities: [eligible(null)] },
    {
      status: 'fail',
      found:
        'ada@contoso.example is eligible for Virtual Machine Administrator Login on this VM, but has not activated it.',
      remedies: [
        'do: Activate Virtual Machine Administrator Login in the Azure portal: Privileged Identity Management, My roles, Azure resources. Then open a new connection.',
      ],
    },
  ],
  [
    'an eligibility that has run out',
    { ...known, permissions: [reader], roleEligibilities: [eligible('2026-01-01T00:00:00Z')] },
    {
      status: 'fail',
      found:
        'ada@contoso.example has no role that signs in to web-01. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      remedies: [
        "az: az role assignment create --role 'Virtual Machine User Login' --assignee-object-id 44444444-dddd-4ddd-8ddd-444444444444 --assignee-principal-type User --scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        "powershell: New-AzRoleAssignment -ObjectId 44444444-dddd-4ddd-8ddd-444444444444 -RoleDefinitionName 'Virtual Machine User Login' -Scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        'ask: Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a role under a condition',
    {
      ...known,
      permissions: [userLogin],
      roleAssignments: [aRoleAssignment({ condition: "@Resource[name] StringEquals 'web-01'" })],
    },
    {
      status: 'warn',
      found:
        "ada@contoso.example may sign in to web-01 as standard user by Virtual Machine User Login on the subscription, but only under a condition: @Resource[name] StringEquals 'web-01'",
      remedies: ['do: If sign-in is refused, the condition was not met: ask for the role without it.'],
    },
  ],
  [
    'a role under a condition beside one without',
    {
      ...known,
      permissions: [userLogin],
      roleAssignments: [aRoleAssignment({ condition: 'x' }), userLoginRole],
    },
    {
      status: 'pass',
      found:
        'ada@contoso.example may sign in to web-01 as standard user by Virtual Machine User Login on the subscription.',
    },
  ],
  [
    'a role given three minutes ago',
    {
      ...known,
      permissions: [userLogin],
      roleAssignments: [aRoleAssignment({ createdAt: '2026-11-22T11:57:00Z', scope: aVm().id })],
    },
    {
      status: 'warn',
      found:
        'ada@contoso.example may sign in to web-01 as standard user by Virtual Machine User Login on this VM, given less than 10 minutes ago, which may not be known everywhere yet.',
      remedies: ['do: If sign-in is refused, wait 10 minutes and open a new connection.'],
    },
  ],
  [
    'a role that was given and is not in force yet',
    {
      ...known,
      permissions: [reader],
      roleAssignments: [aRoleAssignment({ createdAt: '2026-11-22T11:57:00Z' })],
    },
    {
      status: 'warn',
      found:
        'ada@contoso.example was given Virtual Machine User Login on the subscription, but it is not in force yet.',
      remedies: ['do: Wait 10 minutes, then sign out and in again and open a new connection.'],
    },
  ],
  [
    'a role by its assignment, permissions unreadable',
    { ...known, roleAssignments: [userLoginRole] },
    {
      status: 'pass',
      found:
        'ada@contoso.example may sign in to web-01 as standard user by Virtual Machine User Login on the subscription.',
    },
  ],
  [
    'only Owner by its assignment, permissions unreadable',
    { ...known, roleAssignments: [ownerRole] },
    {
      status: 'fail',
      found:
        'ada@contoso.example holds Owner on web-01, which manages the VM and does not sign in to it. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      remedies: [
        "az: az role assignment create --role 'Virtual Machine User Login' --assignee-object-id 44444444-dddd-4ddd-8ddd-444444444444 --assignee-principal-type User --scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        "powershell: New-AzRoleAssignment -ObjectId 44444444-dddd-4ddd-8ddd-444444444444 -RoleDefinitionName 'Virtual Machine User Login' -Scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        'ask: Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'no assignment, permissions unreadable',
    { ...known, roleAssignments: [] },
    {
      status: 'fail',
      found:
        'ada@contoso.example has no role that signs in to web-01. That takes Virtual Machine User Login or Virtual Machine Administrator Login.',
      remedies: [
        "az: az role assignment create --role 'Virtual Machine User Login' --assignee-object-id 44444444-dddd-4ddd-8ddd-444444444444 --assignee-principal-type User --scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        "powershell: New-AzRoleAssignment -ObjectId 44444444-dddd-4ddd-8ddd-444444444444 -RoleDefinitionName 'Virtual Machine User Login' -Scope /subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01",
        'ask: Please give ada@contoso.example the role Virtual Machine User Login on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a custom role by its assignment, permissions unreadable',
    {
      ...known,
      roleAssignments: [
        aRoleAssignment({ roleId: '99999999-0000-4000-8000-000000000000', roleName: 'VM people' }),
      ],
    },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
  [
    'neither permissions nor assignments to read',
    {
      ...known,
      permissions: problem(
        'access-denied',
        'Azure denied reading your permissions on web-01.',
        'Microsoft.Authorization/permissions/read on the VM (role Reader)',
      ),
    },
    {
      status: 'unknown',
      because: 'Azure denied reading your permissions on web-01.',
      missing: 'Microsoft.Authorization/permissions/read on the VM (role Reader)',
    },
  ],
])('%s', (_, facts, expected) => {
  expect(verdictOf(loginRoleIsAssigned, facts)).toEqual(expected);
});
