import { builtInRoles } from '../../shared/azure/access';

export interface DemoRole {
  readonly id: string;
  readonly name: string;
  readonly isBuiltIn: boolean;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

const readsOfLoginRoles = [
  'Microsoft.Network/publicIPAddresses/read',
  'Microsoft.Network/virtualNetworks/read',
  'Microsoft.Network/loadBalancers/read',
  'Microsoft.Network/networkInterfaces/read',
  'Microsoft.Compute/virtualMachines/*/read',
  'Microsoft.HybridCompute/machines/*/read',
];

function role(named: { id: string; name: string }, rights: Partial<DemoRole>): DemoRole {
  return {
    actions: [],
    notActions: [],
    dataActions: [],
    notDataActions: [],
    ...rights,
    ...named,
    isBuiltIn: true,
  };
}

/**
 * Azure's own roles, word for word.
 * Source: azure-docs built-in-roles/compute.md and privileged.md, read 2026-11-22.
 */
export const demoBuiltInRoles: readonly DemoRole[] = [
  role(builtInRoles.administratorLogin, {
    actions: [...readsOfLoginRoles, 'Microsoft.HybridConnectivity/endpoints/listCredentials/action'],
    dataActions: [
      'Microsoft.Compute/virtualMachines/login/action',
      'Microsoft.Compute/virtualMachines/loginAsAdmin/action',
      'Microsoft.HybridCompute/machines/login/action',
      'Microsoft.HybridCompute/machines/loginAsAdmin/action',
    ],
  }),
  role(builtInRoles.userLogin, {
    actions: [...readsOfLoginRoles, 'Microsoft.HybridConnectivity/endpoints/listCredentials/action'],
    dataActions: [
      'Microsoft.Compute/virtualMachines/login/action',
      'Microsoft.HybridCompute/machines/login/action',
    ],
  }),
  role(builtInRoles.dataAccessAdministrator, {
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      'Microsoft.Authorization/*/read',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      'Microsoft.Resources/subscriptions/read',
      'Microsoft.Management/managementGroups/read',
      ...readsOfLoginRoles,
      'Microsoft.Resources/deployments/*',
      'Microsoft.Support/*',
    ],
  }),
  role(builtInRoles.localUserLogin, {
    actions: [
      'Microsoft.HybridCompute/machines/*/read',
      'Microsoft.HybridConnectivity/endpoints/listCredentials/action',
    ],
  }),
  role(builtInRoles.virtualMachineContributor, {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.Compute/availabilitySets/*',
      'Microsoft.Compute/locations/*',
      'Microsoft.Compute/virtualMachines/*',
      'Microsoft.Compute/disks/read',
      'Microsoft.Network/locations/*',
      'Microsoft.Network/networkInterfaces/*',
      'Microsoft.Network/networkSecurityGroups/join/action',
      'Microsoft.Network/networkSecurityGroups/read',
      'Microsoft.Network/publicIPAddresses/read',
      'Microsoft.Network/virtualNetworks/read',
      'Microsoft.Network/virtualNetworks/subnets/join/action',
      'Microsoft.Resources/deployments/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
  }),
  role(builtInRoles.contributor, {
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
      'Microsoft.Compute/galleries/share/action',
    ],
  }),
  role(builtInRoles.owner, { actions: ['*'] }),
  role(
    { id: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168', name: 'Role Based Access Control Administrator' },
    {
      actions: [
        'Microsoft.Authorization/roleAssignments/write',
        'Microsoft.Authorization/roleAssignments/delete',
        '*/read',
        'Microsoft.Support/*',
      ],
    },
  ),
  role(
    { id: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', name: 'User Access Administrator' },
    { actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'] },
  ),
  role(builtInRoles.reader, { actions: ['*/read'] }),
];
