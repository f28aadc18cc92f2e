import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { pass, remedy, unknown, warn } from '../verdict';

export const pcHasARefreshToken = defineCheck({
  id: 'pc-has-a-refresh-token',
  title: 'Windows holds a sign-in to Entra ID on this PC',
  routes: ['password'],
  source: connectionSources.refreshToken,
  needs: ['pcJoin'],
  dependsOn: ['pc-is-joined-or-registered'],

  judge({ pcJoin: { hasRefreshToken } }) {
    if (hasRefreshToken === null)
      return unknown('Windows does not say whether it holds a sign-in (AzureAdPrt).');
    if (hasRefreshToken) return pass('Windows holds a primary refresh token (AzureAdPrt : YES).');
    return warn('Windows holds no primary refresh token (AzureAdPrt : NO): the password may be refused.', [
      remedy.do('Lock Windows and unlock it with your work account, while connected to the Internet.'),
      remedy.cmd('See what Windows says of it', 'dsregcmd /status'),
    ]);
  },
});
