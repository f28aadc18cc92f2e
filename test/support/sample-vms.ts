import { VmSummary } from '../../shared/azure/virtual-machine';

const production = '11111111-1111-4111-8111-111111111111';

export function vmIdOf(name: string): string {
  return `/subscriptions/${production}/resourceGroups/rg-web/providers/Microsoft.Compute/virtualMachines/${name}`;
}

/** One row of the list, as main would send it. */
export function sampleVm(name: string, changes: Partial<VmSummary> = {}): VmSummary {
  return VmSummary.parse({
    id: vmIdOf(name),
    name,
    computerName: name.toUpperCase().slice(0, 15),
    subscriptionId: production,
    subscriptionName: 'Production',
    tenantId: '22222222-2222-4222-8222-222222222222',
    resourceGroup: 'rg-web',
    location: 'westeurope',
    os: 'Windows Server 2022',
    osVersion: '10.0.20348.4052',
    osType: 'Windows',
    powerState: 'running',
    privateIps: ['10.1.0.5'],
    publicIps: [],
    hasSystemAssignedIdentity: true,
    loginExtension: 'Succeeded',
    ...changes,
  });
}

/** The demo tenant's list, in small. */
export const contosoVms: readonly VmSummary[] = [
  sampleVm('ready-01'),
  sampleVm('ready-long-resource-name-02', { computerName: 'READY-02' }),
  sampleVm('no-role-01', { os: 'Windows 11 Enterprise' }),
  sampleVm('stopped-01', { powerState: 'deallocated', location: 'northeurope' }),
  sampleVm('server-2019-01', { os: 'Windows Server 2019' }),
  sampleVm('accounting-reporting-frontend-production-westeurope-0007', { computerName: 'ACCT-FE-0007' }),
  sampleVm('no-extension-01', { loginExtension: null }),
  sampleVm('starting-01', { powerState: 'starting' }),
  sampleVm('asleep-01', { powerState: 'hibernated', location: 'swedencentral' }),
  sampleVm('unreadable-01', { powerState: null, privateIps: null, publicIps: null }),
  sampleVm('linux-01', { os: 'Ubuntu 24.04', osType: 'Linux', computerName: 'linux-01' }),
];

const roles = ['web', 'sql', 'app', 'jump', 'build', 'print', 'file', 'test'];
const regions = ['westeurope', 'northeurope', 'eastus', 'southeastasia'];

/** `count` VMs of a large tenant, all different, the same every time. */
export function manyVms(count: number): VmSummary[] {
  return Array.from({ length: count }, (_, index) => {
    const role = roles[index % roles.length] ?? 'web';
    const name = `${role}-frontend-prod-${String(index).padStart(5, '0')}`;
    return {
      ...sampleVm('many-01'),
      id: vmIdOf(name) as VmSummary['id'],
      name,
      computerName: `${role.toUpperCase()}-${String(index).padStart(5, '0')}`,
      location: regions[index % regions.length] ?? 'westeurope',
      powerState: index % 5 === 0 ? 'deallocated' : 'running',
      privateIps: [`10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`],
    };
  });
}
