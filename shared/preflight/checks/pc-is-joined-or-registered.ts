import { defineCheck } from '../check';
import { sources } from '../sources';
import { fail, pass, remedy, unknown } from '../verdict';

/** Windows 10 20H1: from here on a registered PC is enough. */
const registeredFrom = 19041;

export const pcIsJoinedOrRegistered = defineCheck({
  id: 'pc-is-joined-or-registered',
  title: 'This PC is joined to Entra ID, or registered with it',
  routes: ['password'],
  source: sources.signInToVm,
  needs: ['pcJoin'],
  wants: ['thisPc'],
  haltedBy: ['pc-runs-windows'],

  judge({ pcJoin, thisPc }) {
    const { isEntraJoined, isDomainJoined, isEntraRegistered } = pcJoin;
    if (isEntraJoined) return pass(`This PC is ${isDomainJoined ? 'hybrid joined' : 'joined'} to Entra ID.`);
    if (!isEntraRegistered) {
      return fail(
        isDomainJoined
          ? 'This PC is joined to a domain, but neither hybrid joined to Entra ID nor registered with it.'
          : 'This PC is neither joined to Entra ID nor registered with it.',
        [
          remedy.do('Add your work account in Settings > Accounts > Access work or school.'),
          remedy.do('Or sign in with a web account, for which this PC need not be joined.'),
        ],
      );
    }
    const build = thisPc?.build ?? null;
    if (build === null)
      return unknown('This PC is registered with Entra ID; its Windows build could not be read.');
    if (build >= registeredFrom) {
      return pass(
        `This PC is registered with Entra ID (build ${build}); the user name begins with AzureAD\\.`,
      );
    }
    return fail(
      `This PC is registered with Entra ID, which is enough from Windows 10 20H1 (build ${registeredFrom}) on; it runs build ${build}.`,
      [remedy.do('Update Windows, join this PC to Entra ID, or sign in with a web account.')],
    );
  },
});
