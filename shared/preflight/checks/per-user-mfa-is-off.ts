import { defineCheck } from '../check';
import { sources } from '../sources';
import { pass, remedy, warn } from '../verdict';

export const perUserMfaIsOff = defineCheck({
  id: 'per-user-mfa-is-off',
  title: 'Per-user multi-factor authentication is off',
  routes: ['password'],
  source: sources.perUserMfa,
  needs: ['account', 'perUserMfa'],

  judge({ account, perUserMfa }) {
    if (perUserMfa === 'disabled') return pass(`It is off for ${account.username}.`);
    return warn(
      `The legacy per-user setting is ${perUserMfa} for ${account.username}. With a password, Windows then says that the credentials did not work.`,
      [
        remedy.do('Sign in without a password: that route can give a second factor.'),
        remedy.ask(
          `Please replace per-user MFA of ${account.username} by Conditional Access: it breaks password sign-in to Azure VMs.`,
        ),
      ],
    );
  },
});
