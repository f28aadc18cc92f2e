import { z } from 'zod';

const DemoSecurityRule = z.strictObject({
  name: z.string(),
  priority: z.int().min(1).max(4096),
  direction: z.enum(['Inbound', 'Outbound']),
  access: z.enum(['Allow', 'Deny']),
  protocol: z.string().default('*'),
  sources: z.array(z.string()).default(['*']),
  destinations: z.array(z.string()).default(['*']),
  ports: z.array(z.string()).default(['*']),
});

export const DemoNetwork = z.strictObject({
  name: z.string(),
  subscription: z.string().optional(),
  resourceGroup: z.string().default('rg-network'),
  location: z.string().default('westeurope'),
  addressSpace: z.string().default('10.0.0.0/16'),
  subnets: z
    .array(
      z.strictObject({
        name: z.string().default('default'),
        addressPrefix: z.string().default('10.0.0.0/24'),
        securityGroup: z.string().nullable().default(null),
        isPrivate: z.boolean().default(false).describe('No default outbound access.'),
        natGateway: z.string().nullable().default(null).describe('Name of a NAT gateway that lets it out.'),
        routeTable: z.string().nullable().default(null),
      }),
    )
    .min(1)
    .prefault([{}]),
  adminRules: z
    .array(DemoSecurityRule)
    .default([])
    .describe("A network manager's security admin rules: told only among the rules in effect."),
  peerings: z.array(z.string()).default([]).describe('Names of the networks it is peered with.'),
});

export const DemoSecurityGroup = z.strictObject({
  name: z.string(),
  subscription: z.string().optional(),
  resourceGroup: z.string().default('rg-network'),
  location: z.string().default('westeurope'),
  rules: z.array(DemoSecurityRule.extend({ priority: z.int().min(100).max(4096) })).default([]),
});

export const DemoBastion = z.strictObject({
  name: z.string(),
  network: z.string(),
  sku: z.enum(['Developer', 'Basic', 'Standard', 'Premium']).default('Standard'),
  resourceGroup: z.string().default('rg-network'),
  allowsTunneling: z.boolean().default(true),
  allowsIpConnect: z.boolean().default(false),
  provisioningState: z.string().default('Succeeded'),
});
