import { appsOfRoute, asksForMfa, policiesFor } from '../../entra/grant-controls';
import { defineCheck } from '../check';
import { problemOf, unknownFor } from '../gaps';
import { sources } from '../sources';
import { fail, pass, remedy, skip, unknown, warn } from '../verdict';

export const mfaCanBeMet = defineCheck({
  id: 'mfa-can-be-met',
  title: 'This PC can give the second factor the password route is asked for',
  routes: ['password'],
  source: sources.signInToVm,
  needs: ['account'],
  wants: ['conditionalAccess', 'pcJoin'],

  judge({ account, conditionalAccess, pcJoin }, _, gathered) {
    if (!conditionalAccess) return skip('Whether Conditional Access asks for a second factor is not known.');
    const asking = policiesFor(conditionalAccess, appsOfRoute('password'), 'enabled').filter(
      (policy) => asksForMfa(policy) !== 'no',
    );
    const policy = asking.find((each) => asksForMfa(each) === 'always') ?? asking[0];
    if (!policy) return skip('Conditional Access asks for no second factor here.');

    const asks = `The policy "${policy.name}" asks ${account.username} for a second factor`;
    if (!pcJoin) {
      return problemOf(gathered, 'pcJoin')?.code === 'not-here'
        ? skip('This PC does not run Windows.')
        : unknownFor(
            gathered,
            ['pcJoin'],
            `${asks}; this PC could not be asked for Windows Hello for Business.`,
          );
    }
    switch (pcJoin.helloForBusiness) {
      case null:
        return unknown(`${asks}, and whether this PC has Windows Hello for Business does not show.`);
      case 'certificate-trust':
        return pass(`${asks}, which Windows Hello for Business with certificates gives.`);
      case 'key-trust':
      case 'cloud-trust':
        return warn(
          `${asks}. This PC has Windows Hello for Business by ${pcJoin.helloForBusiness.replace('-', ' ')} (inferred), and Microsoft promises it for certificates only.`,
          [remedy.do('Choose the passwordless route, or try a PIN or fingerprint in place of the password.')],
        );
      case 'none': {
        const found = `${asks}, and a password alone does not give one: this PC has no Windows Hello for Business.`;
        const remedies = [
          remedy.do('Choose the passwordless route: its sign-in window asks for the second factor.'),
        ];
        return asksForMfa(policy) === 'always'
          ? fail(found, remedies)
          : warn(`${found} Something else that the policy accepts may do.`, remedies);
      }
    }
  },
});
