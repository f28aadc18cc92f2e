import { describeWindows, releaseOf, signsInWithWebAccount } from '../../azure/windows-builds';
import type { ThisPc } from '../../client-pc/this-pc';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { fail, pass, type Remedy, remedy, skip, unknown } from '../verdict';

export const pcBuildSupportsWebAccount = defineCheck({
  id: 'pc-build-supports-web-account',
  title: "This PC's Windows can sign in with a web account",
  routes: ['web-account'],
  source: connectionSources.webAccount,
  needs: ['thisPc'],

  judge({ thisPc }) {
    const { os, build, revision } = thisPc;
    if (os !== 'windows')
      return skip('This PC does not run Windows: its RDP client brings Entra ID sign-in itself.');
    if (build === null) return unknown("This PC's Windows build could not be read.");

    const name = describeWindows({ build, revision }, kindOf(thisPc));
    const canSignIn = signsInWithWebAccount({ build, revision });
    if (canSignIn === null)
      return unknown(`This PC runs ${name}; whether it has the update of October 2022 is not known.`);
    if (canSignIn) return pass(`This PC runs ${name}, which signs in with a web account.`);
    return fail(`This PC runs ${name}, which cannot sign in with a web account.`, remediesFor(build));
  },
});

function kindOf({ installationType }: ThisPc): 'client' | 'server' | null {
  if (installationType === null) return null;
  return installationType === 'Client' ? 'client' : 'server';
}

function remediesFor(build: NonNullable<ThisPc['build']>): Remedy[] {
  const release = releaseOf(build);
  return release?.webAccountFrom
    ? [
        remedy.do(
          `Install Windows updates: ${release.update ?? 'the cumulative update of October 2022'} (build ${build}.${release.webAccountFrom}) or any later one.`,
        ),
      ]
    : [
        remedy.do(
          'Connect from Windows 10 20H2, Windows 11 or Windows Server 2022, or sign in with a password.',
        ),
      ];
}
