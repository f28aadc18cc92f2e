import { levelOf, nameOfRole } from '../../azure/login-access';
import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const roleEligibleNotActive = defineCause({
  id: 'role-eligible-not-active',

  sentenceFor({ failed, gathered, now }) {
    if (!failed('login-role-is-assigned')) return null;
    const eligible = valueOf(gathered, 'roleEligibilities')?.find(
      (eligibility) => levelOf(eligibility) !== null && !hasEnded(eligibility.endsAt, now),
    );
    return eligible
      ? `Your role is eligible but not active: activate ${nameOfRole(eligible)}, then connect.`
      : null;
  },
});

function hasEnded(endsAt: string | null, now: string): boolean {
  return endsAt !== null && Date.parse(endsAt) <= Date.parse(now);
}
