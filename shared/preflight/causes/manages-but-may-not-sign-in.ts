import { controllingRole } from '../../azure/login-access';
import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const managesButMayNotSignIn = defineCause({
  id: 'manages-but-may-not-sign-in',

  sentenceFor({ failed, gathered }) {
    if (!failed('login-role-is-assigned')) return null;
    const role = controllingRole(
      valueOf(gathered, 'permissions') ?? [],
      valueOf(gathered, 'roleAssignments') ?? [],
    );
    return role ? `You manage this VM (${role}), but managing it does not include signing in to it.` : null;
  },
});
