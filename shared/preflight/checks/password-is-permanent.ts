import { defineCheck } from '../check';
import { sources } from '../sources';
import { pass, unknown } from '../verdict';

export const passwordIsPermanent = defineCheck({
  id: 'password-is-permanent',
  title: 'The password is not a temporary one',
  routes: ['password'],
  source: sources.signInToVm,
  needs: ['account', 'passwordSignIn'],

  judge({ account, passwordSignIn: { lastAt } }) {
    if (lastAt !== null) {
      return pass(`${account.username} signed in here with this password on ${lastAt.slice(0, 10)}.`);
    }
    return unknown(
      `Only signing in to a browser with the password shows it: a temporary or expired one would have to be changed there, and Remote Desktop refuses it.`,
    );
  },
});
