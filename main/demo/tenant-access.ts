import { z } from 'zod';
import { Instant } from './tenant-instant';

export const DemoRoleDefinition = z.strictObject({
  name: z.string(),
  id: z.guid().optional(),
  actions: z.array(z.string()).default([]),
  notActions: z.array(z.string()).default([]),
  dataActions: z.array(z.string()).default([]),
  notDataActions: z.array(z.string()).default([]),
});

const scope = z
  .string()
  .describe(
    "The name of a VM or a subscription, `subscription/resource group`, `/` for everything, or a resource's id.",
  );

export const DemoRoleAssignment = z.strictObject({
  principal: z.string().describe('A username, or the name of a group.'),
  role: z.string().describe("A role's name or id, built-in or of roleDefinitions."),
  scope,
  condition: z.string().nullable().default(null),
  createdAt: z
    .union([Instant, z.literal('now')])
    .default('2026-03-02T08:30:00Z')
    .describe('`now`: as the demo starts, so that Azure may not know it everywhere yet.'),
});

export const DemoRoleEligibility = z.strictObject({
  principal: z.string(),
  role: z.string(),
  scope,
  endsAt: Instant.nullable().default('2027-03-01T00:00:00Z'),
});

export const DemoDenyAssignment = z.strictObject({
  name: z.string(),
  scope,
  principals: z.array(z.string()).default(['everyone']).describe('Usernames, group names, or `everyone`.'),
  excludePrincipals: z.array(z.string()).default([]),
  actions: z.array(z.string()).default([]),
  notActions: z.array(z.string()).default([]),
  dataActions: z.array(z.string()).default([]),
  notDataActions: z.array(z.string()).default([]),
  doNotApplyToChildScopes: z.boolean().default(false),
});
