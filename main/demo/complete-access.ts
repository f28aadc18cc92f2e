import { guidOf } from './demo-ids';
import type { References } from './references';
import type { DemoTenantFile } from './tenant-file';

/** Azure's id for everyone in a deny assignment. */
export const everyone = '00000000-0000-0000-0000-000000000000';

/** Who may do what where, with ids in place of names. */
export function completeAccess(file: DemoTenantFile, references: References) {
  return {
    roleAssignments: file.roleAssignments.map((assignment, index) => ({
      ...assignment,
      ...holding(references, 'roleAssignments', index, assignment),
      createdAt: assignment.createdAt === 'now' ? new Date().toISOString() : assignment.createdAt,
    })),
    roleEligibilities: file.roleEligibilities.map((eligibility, index) => ({
      ...eligibility,
      ...holding(references, 'roleEligibilities', index, eligibility),
    })),
    denyAssignments: file.denyAssignments.map((denial, index) => {
      const path = ['denyAssignments', index];
      const idsOf = (names: readonly string[], key: string) =>
        names.map((name, at) =>
          name === 'everyone' ? everyone : references.principal(name, [...path, key, at]),
        );
      return {
        ...denial,
        id: guidOf('deny assignment', denial.name),
        scope: references.scope(denial.scope, [...path, 'scope']),
        principalIds: idsOf(denial.principals, 'principals'),
        excludedPrincipalIds: idsOf(denial.excludePrincipals, 'excludePrincipals'),
      };
    }),
  };
}

function holding(
  references: References,
  list: string,
  index: number,
  held: { readonly principal: string; readonly role: string; readonly scope: string },
) {
  const principalId = references.principal(held.principal, [list, index, 'principal']);
  const roleId = references.role(held.role, [list, index, 'role']);
  const scope = references.scope(held.scope, [list, index, 'scope']);
  return {
    id: guidOf(list, principalId, roleId, scope),
    principalId,
    principalType: references.principalType(principalId),
    roleId,
    scope,
  };
}
