import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { fail, pass, remedy } from '../verdict';

export const remoteCredentialGuardIsOff = defineCheck({
  id: 'remote-credential-guard-is-off',
  title: 'Remote Credential Guard is off on this PC',
  routes: ['web-account'],
  source: connectionSources.webAccount,
  needs: ['pcPolicies'],

  judge({ pcPolicies: { remoteCredentialGuard } }) {
    if (!remoteCredentialGuard) return pass('Remote Credential Guard is not required on this PC.');
    return fail(
      'A policy requires Remote Credential Guard on this PC, which excludes signing in with a web account.',
      [
        remedy.ask(
          'Please set the policy “Restrict delegation of credentials to remote servers” so that my PC does not require Remote Credential Guard.',
        ),
        remedy.do('Or sign in with a password.'),
      ],
    );
  },
});
