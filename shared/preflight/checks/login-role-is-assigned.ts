import type { Permission, RoleAssignment, RoleEligibility } from '../../azure/access';
import {
  controllingRole,
  describeScope,
  isBuiltInRole,
  type LoginLevel,
  levelOf,
  loginAssignments,
  loginLevelOf,
  nameOfRole,
} from '../../azure/login-access';
import type { VirtualMachine } from '../../azure/virtual-machine';
import type { Account } from '../../entra/account';
import { defineCheck } from '../check';
import { assignLoginRole } from '../commands';
import { unknownFor } from '../gaps';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy, type Verdict, warn } from '../verdict';

/** How long Azure takes to make a role assignment known everywhere. */
const propagationMinutes = 10;

interface Case {
  readonly vm: VirtualMachine;
  readonly account: Account;
  readonly permissions: readonly Permission[];
  readonly assignments: readonly RoleAssignment[];
  readonly eligibilities: readonly RoleEligibility[];
  readonly now: string;
}

export const loginRoleIsAssigned = defineCheck({
  id: 'login-role-is-assigned',
  title: 'The account may sign in to the VM',
  routes: everyRoute,
  source: sources.loginRoles,
  needs: ['vm', 'account'],
  wants: ['permissions', 'roleAssignments', 'roleEligibilities'],

  judge({ vm, account, permissions, roleAssignments, roleEligibilities }, { now }, gathered) {
    const assignments = roleAssignments ?? [];
    const held: Case = {
      vm,
      account,
      permissions: permissions ?? [],
      assignments,
      eligibilities: (roleEligibilities ?? []).filter(({ endsAt }) => !isPast(endsAt, now)),
      now,
    };
    const level = permissions ? loginLevelOf(permissions) : levelOfAll(loginAssignments(assignments));
    if (level) return letIn(held, level);
    if (permissions) return loginAssignments(assignments).length ? notInForce(held) : refused(held);
    // Without the permissions only assignments tell, and what a custom role allows is not in them.
    if (roleAssignments && assignments.every(isBuiltInRole)) return refused(held);
    return unknownFor(
      gathered,
      ['permissions', 'roleAssignments'],
      `${account.username} holds a custom role on ${vm.name}, and what it allows could not be read.`,
    );
  },
});

function levelOfAll(assignments: readonly RoleAssignment[]): LoginLevel | null {
  const levels = assignments.map(levelOf);
  return levels.includes('administrator') ? 'administrator' : (levels[0] ?? null);
}

function letIn({ vm, account, assignments, now }: Case, level: LoginLevel): Verdict {
  const granting = loginAssignments(assignments);
  const steady = granting.filter(({ condition }) => condition === null);
  const first = steady[0] ?? granting[0];
  const by = first ? ` by ${nameOfRole(first)} on ${describeScope(first.scope)}` : '';
  const found = `${account.username} may sign in to ${vm.name} as ${level}${by}`;

  if (granting.length && !steady.length) {
    return warn(`${found}, but only under a condition: ${granting[0]?.condition?.slice(0, 300)}`, [
      remedy.do('If sign-in is refused, the condition was not met: ask for the role without it.'),
    ]);
  }
  if (steady.length && steady.every((assignment) => isFresh(assignment, now))) {
    return warn(
      `${found}, given less than ${propagationMinutes} minutes ago, which may not be known everywhere yet.`,
      [remedy.do(`If sign-in is refused, wait ${propagationMinutes} minutes and open a new connection.`)],
    );
  }
  return pass(`${found}.`);
}

function notInForce({ vm, account, assignments }: Case): Verdict {
  const [assignment] = loginAssignments(assignments);
  const role = assignment ? nameOfRole(assignment) : 'a login role';
  return warn(
    `${account.username} was given ${role} on ${assignment ? describeScope(assignment.scope) : vm.name}, but it is not in force yet.`,
    [remedy.do(`Wait ${propagationMinutes} minutes, then sign out and in again and open a new connection.`)],
  );
}

function refused({ vm, account, permissions, assignments, eligibilities }: Case): Verdict {
  const eligible = eligibilities.find((eligibility) => levelOf(eligibility) !== null);
  if (eligible) {
    const role = nameOfRole(eligible);
    return fail(
      `${account.username} is eligible for ${role} on ${describeScope(eligible.scope)}, but has not activated it.`,
      [
        remedy.do(
          `Activate ${role} in the Azure portal: Privileged Identity Management, My roles, Azure resources. Then open a new connection.`,
        ),
      ],
    );
  }
  const controlling = controllingRole(permissions, assignments);
  const found = controlling
    ? `${account.username} holds ${controlling} on ${vm.name}, which manages the VM and does not sign in to it.`
    : `${account.username} has no role that signs in to ${vm.name}.`;
  return fail(
    `${found} That takes Virtual Machine User Login or Virtual Machine Administrator Login.`,
    assignLoginRole(vm, account),
  );
}

function isPast(time: string | null, now: string): boolean {
  return time !== null && Date.parse(time) <= Date.parse(now);
}

function isFresh({ createdAt }: RoleAssignment, now: string): boolean {
  const ageMs = Date.parse(now) - Date.parse(createdAt ?? '');
  return ageMs >= 0 && ageMs < propagationMinutes * 60_000;
}
