import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';
import { completeTenant } from './complete-tenant';
import { DemoTenantFile } from './tenant-file';

/** The whole tenant: read as its file describes it, with every id filled in and every reference followed. */
export const DemoTenant = DemoTenantFile.transform((file, context) =>
  completeTenant(file, (path, message) =>
    context.issues.push({ code: 'custom', message, path: [...path], input: file }),
  ),
);
export type DemoTenant = z.output<typeof DemoTenant>;

export type DemoAccount = DemoTenant['accounts'][number];
export type DemoSubscription = DemoTenant['subscriptions'][number];
export type DemoNetwork = DemoTenant['networks'][number];
export type DemoSecurityGroup = DemoTenant['securityGroups'][number];
export type DemoBastion = DemoTenant['bastions'][number];
export type DemoRoleAssignment = DemoTenant['roleAssignments'][number];
export type DemoRoleEligibility = DemoTenant['roleEligibilities'][number];
export type DemoDenyAssignment = DemoTenant['denyAssignments'][number];
export type DemoServicePrincipal = DemoTenant['servicePrincipals'][number];
export type DemoPolicy = DemoTenant['conditionalAccess'][number];
export type DemoFaults = DemoTenant['faults'];

/**
 * @throws AppError `invalid-request` that names, for every problem, the path and what was expected there.
 */
export function parseDemoTenant(raw: unknown, whereFrom: string): DemoTenant {
  const { data, error } = DemoTenant.safeParse(raw);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) => `- ${pathText(path, raw)}: ${message}`);
  throw new AppError(
    'invalid-request',
    `${whereFrom} does not describe a demo tenant:\n${problems.join('\n')}\nCompare it with docs/demo-azure.md and its schema, docs/demo-tenant.schema.json.`,
    { help: 'demo-azure', cause: error },
  );
}

/** `virtualMachines["web-01"].powerState`: entries by their names, for an overlay has other numbers than its base. */
function pathText(path: readonly PropertyKey[], raw: unknown): string {
  let here = raw;
  const text = path.map((key) => {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
    return typeof key === 'number' ? `[${nameOf(here) ?? key}]` : `.${String(key)}`;
  });
  return text.join('').replace(/^\./, '') || '(the whole file)';
}

const Named = z.union([
  z.object({ name: z.string() }).transform(({ name }) => name),
  z.object({ username: z.string() }).transform(({ username }) => username),
]);

function nameOf(entry: unknown): string | null {
  const { data } = Named.safeParse(entry);
  return data === undefined ? null : JSON.stringify(data);
}
