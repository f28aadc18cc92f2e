import { defineCause } from '../cause';

export const noLoginRole = defineCause({
  id: 'no-login-role',

  sentenceFor({ failed }) {
    return failed('login-role-is-assigned') ? 'You have no role that lets you sign in to this VM.' : null;
  },
});
