import { isSameHost } from '../../network/host-name';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { unknownFor } from '../gaps';
import { pass, type Remedy, remedy, warn } from '../verdict';

export const noStaleSavedCredential = defineCheck({
  id: 'no-stale-saved-credential',
  title: "No other user's password is saved for this host",
  routes: ['password'],
  source: connectionSources.savedCredentials,
  needs: ['savedCredentials', 'target'],
  wants: ['account'],

  judge({ savedCredentials, target, account }, _, gathered) {
    const hosts = [target.address, ...(target.passwordFallback === null ? [] : [target.passwordFallback])];
    const saved = savedCredentials.find((credential) =>
      hosts.some((host) => isSameHost(hostIn(credential.target), host)),
    );
    if (!saved) return pass(`Windows has no password saved for ${target.address}.`);
    if (!account) return unknownFor(gathered, ['account'], 'Who signs in is not known.');

    const owner = saved.username;
    if (owner !== null && isSameHost(plainUser(owner), plainUser(account.username))) {
      return pass(`Windows has a password saved for ${hostIn(saved.target)}, and it is yours.`);
    }
    return warn(
      `Windows has a password of ${owner ?? 'an unnamed user'} saved for ${hostIn(saved.target)} and offers it first.`,
      howToDelete(saved.target),
    );
  },
});

/** `TERMSRV/web-01` to `web-01`, however cmdkey prefixes it. */
function hostIn(target: string): string {
  return target.replace(/^.*TERMSRV\//i, '');
}

function plainUser(username: string): string {
  return username.replace(/^AzureAD\\/i, '');
}

// A target comes from this PC, but it becomes a command: only one that needs no quoting is offered as such.
function howToDelete(target: string): Remedy[] {
  const host = hostIn(target);
  return /^[\w.-]+$/.test(host)
    ? [remedy.cmd('Delete the saved password', `cmdkey /delete:TERMSRV/${host}`)]
    : [remedy.do('Delete the saved password in Control Panel > Credential Manager > Windows Credentials.')];
}
