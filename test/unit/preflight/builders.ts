import type { RoleAssignment } from '../../../shared/azure/access';
import {
  type VirtualMachine,
  type VmExtension,
  VmId,
  type VmInstanceView,
} from '../../../shared/azure/virtual-machine';
import type { ThisPc } from '../../../shared/client-pc/this-pc';
import type { Account } from '../../../shared/entra/account';
import type { EntraDevice } from '../../../shared/entra/device';
import type { EvaluatedPolicy } from '../../../shared/entra/policy';
import type { Check, Circumstances } from '../../../shared/preflight/check';
import {
  type Fact,
  type Facts,
  factSchemas,
  type Gathered,
  type Problem,
} from '../../../shared/preflight/fact';
import { judgeChecks } from '../../../shared/preflight/judge';
import type { CheckResult } from '../../../shared/preflight/report';

/** What a case says was found out: a value, or `problem(…)` for a look that was not had. */
export type Known = { readonly [F in Fact]?: Facts[F] | Unreadable };

export class Unreadable {
  constructor(readonly why: Problem) {}
}

export function problem(
  code: Problem['code'] = 'access-denied',
  message = 'Azure denied it.',
  missing: string | null = 'Reader on the VM',
): Unreadable {
  return new Unreadable({ code, message, missing });
}

export const circumstances: Circumstances = { baseline: 'article', now: '2026-11-22T12:00:00Z' };

/** Facts a case does not mention could not be read, as is the rule for the least privileged. */
export function gatheredFrom(known: Known): Gathered {
  const facts = Object.keys(factSchemas) as Fact[];
  return Object.fromEntries(
    facts.map((fact) => {
      const value = known[fact] ?? problem();
      return [fact, value instanceof Unreadable ? { problem: value.why } : { value }];
    }),
  );
}

/** A whole verdict, with remedies as one line each and routes only where they differ. */
export interface Judged {
  readonly status: CheckResult['status'];
  readonly found?: string;
  readonly because?: string;
  readonly missing?: string;
  readonly remedies?: readonly string[];
  readonly routes?: CheckResult['routes'];
}

export type Case = readonly [name: string, known: Known, expected: Judged];

export function verdictOf(check: Check, known: Known, given: Partial<Circumstances> = {}): Judged {
  const [result] = judgeChecks([check], gatheredFrom(known), { ...circumstances, ...given });
  if (!result) throw new Error(`${check.id} was not judged.`);
  const { status, found, because, missing, remedies, routes } = result;
  const differs = new Set(Object.values(routes)).size > 1;
  return {
    status,
    ...(found !== undefined && { found }),
    ...(because !== undefined && { because }),
    ...(missing !== undefined && { missing }),
    ...(remedies.length && {
      remedies: remedies.map((remedy) =>
        remedy.kind === 'command' ? `${remedy.shell}: ${remedy.command}` : `${remedy.kind}: ${remedy.text}`,
      ),
    }),
    ...(differs && { routes }),
  };
}

export const tenantId = '11111111-aaaa-4aaa-8aaa-111111111111';
export const otherTenantId = '22222222-bbbb-4bbb-8bbb-222222222222';
export const subscriptionId = '33333333-cccc-4ccc-8ccc-333333333333';
export const vmId = VmId.parse(
  `/subscriptions/${subscriptionId}/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/web-01`,
);

export function anAccount(changes: Partial<Account> = {}): Account {
  return {
    username: 'ada@contoso.example',
    displayName: 'Ada',
    objectId: '44444444-dddd-4ddd-8ddd-444444444444',
    homeTenantId: tenantId,
    tenantId,
    userType: 'Member',
    ...changes,
  };
}

const anInstanceView: VmInstanceView = {
  computerName: 'WEB-01',
  osName: 'Windows Server 2025 Datacenter',
  osVersion: '10.0.26100.4652',
  powerState: 'running',
  agent: { version: '2.7.41491.1176', isReady: true, status: 'Ready' },
  rdpThumbprint: null,
};

/** Running, joined-to-be, with everything in order. */
export function aVm(
  changes: Partial<Omit<VirtualMachine, 'instanceView'>> = {},
  view: Partial<VmInstanceView> | null = {},
): VirtualMachine {
  return {
    id: vmId,
    name: 'web-01',
    subscriptionId,
    resourceGroup: 'rg-app',
    location: 'westeurope',
    tags: {},
    computerName: 'WEB-01',
    osType: 'Windows',
    image: {
      publisher: 'MicrosoftWindowsServer',
      offer: 'WindowsServer',
      sku: '2025-datacenter-g2',
      exactVersion: '26100.4652.250705',
    },
    identity: {
      type: 'SystemAssigned',
      principalId: '55555555-eeee-4eee-8eee-555555555555',
      tenantId,
    },
    networkInterfaceIds: [],
    createdAt: '2026-01-02T03:00:00Z',
    ...changes,
    instanceView: view && { ...anInstanceView, ...view },
  };
}

export function aDevice(changes: Partial<EntraDevice> = {}): EntraDevice {
  return {
    objectId: '66666666-0000-4000-8000-000000000001',
    deviceId: '66666666-0000-4000-8000-00000000d001',
    displayName: 'WEB-01',
    isEnabled: true,
    trustType: 'AzureAd',
    registeredAt: '2026-01-02T03:10:00Z',
    lastSignInAt: null,
    azureResourceId: vmId,
    hostNames: ['WEB-01'],
    ...changes,
  };
}

export function aLoginExtension(changes: Partial<VmExtension> = {}): VmExtension {
  return {
    name: 'AADLoginForWindows',
    publisher: 'Microsoft.Azure.ActiveDirectory',
    type: 'AADLoginForWindows',
    version: '2.2',
    provisioningState: 'Succeeded',
    statusCode: 'ProvisioningState/succeeded',
    statusMessage: null,
    mdmId: null,
    ...changes,
  };
}

export function aRoleAssignment(changes: Partial<RoleAssignment> = {}): RoleAssignment {
  return {
    id: 'assignment-1',
    roleId: 'fb879df8-f326-4884-b1cf-06f3ad86be52',
    roleName: 'Virtual Machine User Login',
    principalId: anAccount().objectId,
    principalType: 'User',
    scope: `/subscriptions/${subscriptionId}`,
    condition: null,
    createdAt: '2026-02-01T00:00:00Z',
    ...changes,
  };
}

export function aPolicy(changes: Partial<EvaluatedPolicy> = {}): EvaluatedPolicy {
  return {
    id: 'policy-1',
    name: 'VM sign-in',
    state: 'enabled',
    applies: true,
    operator: 'AND',
    controls: ['mfa'],
    authenticationStrength: null,
    ...changes,
  };
}

export function aPc(changes: Partial<ThisPc> = {}): ThisPc {
  return {
    os: 'windows',
    hostName: 'LAPTOP-01',
    build: 26100,
    revision: 4652,
    displayVersion: '24H2',
    productName: 'Windows 11 Pro',
    edition: 'Professional',
    installationType: 'Client',
    ...changes,
  };
}
