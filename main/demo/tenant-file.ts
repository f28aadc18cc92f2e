import { z } from 'zod';
import { CloudId } from '../../shared/azure/cloud';
import {
  DemoDenyAssignment,
  DemoRoleAssignment,
  DemoRoleDefinition,
  DemoRoleEligibility,
} from './tenant-access';
import { DemoAccount, DemoPc, DemoPolicy, DemoServicePrincipal } from './tenant-accounts';
import { DemoFaults } from './tenant-faults';
import { DemoOtherDevice, DemoSubscription, DemoVm } from './tenant-machines';
import { DemoBastion, DemoNetwork, DemoSecurityGroup } from './tenant-networks';

/** A tenant as a person describes it: small, with everything left out that has an obvious value. */
export const DemoTenantFile = z.strictObject({
  $schema: z.string().optional(),
  extends: z
    .literal('contoso')
    .optional()
    .describe('Start from Contoso: what is given here replaces or adds to it, by name.'),
  tenant: z.strictObject({
    id: z.guid(),
    name: z.string().min(1),
    domain: z.string().min(1).describe('The default domain, e.g. contoso.example.'),
  }),
  cloud: CloudId.default('global'),
  clientId: z
    .guid()
    .default('7d5c0a3e-51f8-4a0c-9f5b-2f6f1de0c0de')
    .describe('The client id this product signs in with.'),
  defaultAccount: z.string().optional().describe('Left out: the first account.'),
  accounts: z.array(DemoAccount).min(1),
  groups: z
    .array(z.strictObject({ name: z.string(), id: z.guid().optional() }))
    .default([])
    .describe('Groups get their members from the accounts that name them.'),
  subscriptions: z.array(DemoSubscription).min(1),
  networks: z.array(DemoNetwork).default([]),
  securityGroups: z.array(DemoSecurityGroup).default([]),
  bastions: z.array(DemoBastion).default([]),
  virtualMachines: z.array(DemoVm).default([]),
  roleDefinitions: z.array(DemoRoleDefinition).default([]),
  roleAssignments: z.array(DemoRoleAssignment).default([]),
  roleEligibilities: z.array(DemoRoleEligibility).default([]),
  denyAssignments: z.array(DemoDenyAssignment).default([]),
  devices: z.array(DemoOtherDevice).default([]).describe('Devices beside those the VMs bring.'),
  servicePrincipals: z.array(DemoServicePrincipal).optional().describe('Left out: the three sign-in apps.'),
  conditionalAccess: z.array(DemoPolicy).default([]),
  names: z
    .record(
      z.string(),
      z.union([
        z.array(z.string()),
        z.literal('real'),
        z.strictObject({ error: z.string().describe('As the system names it: ETIMEDOUT, EAI_AGAIN, …') }),
      ]),
    )
    .default({})
    .describe(
      'What host names resolve to; [] for not found, "real" to ask this system. VMs bring their computer name.',
    ),
  thisPc: z.union([z.literal('real'), DemoPc]).prefault({}),
  delayMs: z.int().nonnegative().default(0).describe('Added to every answer.'),
  scale: z.int().nonnegative().max(200_000).default(0).describe('Fill up with made-up VMs to this many.'),
  faults: DemoFaults.prefault({}),
});
export type DemoTenantFile = z.infer<typeof DemoTenantFile>;
