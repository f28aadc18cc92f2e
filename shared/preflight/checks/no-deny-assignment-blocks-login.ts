import { allowsDataAction, type DenyAssignment, loginAction, loginAsAdminAction } from '../../azure/access';
import { describeScope } from '../../azure/login-access';
import { defineCheck } from '../check';
import { whereIs } from '../commands';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy, warn } from '../verdict';

export const noDenyAssignmentBlocksLogin = defineCheck({
  id: 'no-deny-assignment-blocks-login',
  title: 'No deny assignment forbids the sign-in',
  routes: everyRoute,
  source: sources.denyAssignments,
  needs: ['vm', 'account', 'denyAssignments'],

  judge({ vm, account, denyAssignments }) {
    const denying = denyAssignments.filter((assignment) => denies(assignment, loginAction));
    const certain = denying.find(({ isCertain }) => isCertain);
    if (certain) {
      return fail(
        `The deny assignment "${certain.name}" on ${describeScope(certain.scope)} forbids ${account.username} to sign in to ${vm.name}. It outweighs every role.`,
        [
          remedy.do(
            'A deny assignment comes from a managed application or a deployment stack: it is changed there.',
          ),
          remedy.ask(
            `Please exclude ${account.username} from the deny assignment "${certain.name}", which forbids signing in to ${whereIs(vm)}.`,
          ),
        ],
      );
    }
    const [perhaps] = denying;
    if (perhaps) {
      return warn(
        `The deny assignment "${perhaps.name}" forbids signing in to ${vm.name} to a group. Whether ${account.username} is in it could not be read.`,
        [
          remedy.ask(
            `Does the deny assignment "${perhaps.name}" on ${vm.name} hold for ${account.username}?`,
          ),
        ],
      );
    }
    const forAdmins = denyAssignments.find((assignment) => denies(assignment, loginAsAdminAction));
    if (forAdmins) {
      return warn(`The deny assignment "${forAdmins.name}" forbids signing in as administrator.`, [
        remedy.do('Sign in as a standard user, for which Virtual Machine User Login is enough.'),
      ]);
    }
    return pass(
      denyAssignments.length
        ? `No deny assignment on ${vm.name} is about signing in (${denyAssignments.length} looked at).`
        : `There is no deny assignment on ${vm.name}.`,
    );
  },
});

function denies({ permissions }: DenyAssignment, action: string): boolean {
  return permissions.some((permission) => allowsDataAction(permission, action));
}
