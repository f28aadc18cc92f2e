import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { fail, pass, type Remedy, remedy, unknown } from '../verdict';

const policy =
  '“Network security: Allow PKU2U authentication requests to this computer to use online identities”';

const remedies: readonly Remedy[] = [
  remedy.ask(
    `Please allow the policy ${policy} on my PC. Hardening baselines (CIS 2.3.11, STIG WN10-SO-000185) turn it off, which rules out signing in to Entra-joined VMs with a password.`,
  ),
  remedy.do('Or sign in with a web account, which does not need it.'),
];

export const pku2uIsAllowed = defineCheck({
  id: 'pku2u-is-allowed',
  title: 'This PC may sign in to another with an online identity (PKU2U)',
  routes: ['password'],
  source: connectionSources.pku2u,
  needs: ['pcPolicies'],
  wants: ['thisPc'],

  judge({ pcPolicies: { pku2uAllowed }, thisPc }) {
    if (pku2uAllowed === true) return pass('PKU2U is allowed on this PC.');
    if (pku2uAllowed === false) {
      return fail(
        'PKU2U is switched off on this PC (AllowOnlineID = 0), as hardening baselines do.',
        remedies,
      );
    }
    // Nobody set it, so Windows decides: on for clients, off for servers.
    const kind = thisPc?.installationType ?? null;
    if (kind === null)
      return unknown('PKU2U is not set on this PC, and whether it is a server could not be read.');
    if (kind === 'Client') return pass('PKU2U is not set on this PC, which allows it on Windows 10 and 11.');
    return fail('PKU2U is not set on this PC, and Windows Server does not allow it by itself.', remedies);
  },
});
