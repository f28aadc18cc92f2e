import { describeWindows } from '../../azure/windows-builds';
import { badUpdateOf } from '../../client-pc/bad-updates';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { pass, remedy, skip, unknown, warn } from '../verdict';

export const pcHasNoKnownBadUpdate = defineCheck({
  id: 'pc-has-no-known-bad-update',
  title: 'No Windows update known to break remote sign-in is installed here',
  routes: ['password'],
  source: connectionSources.releaseHealth,
  needs: ['thisPc'],

  judge({ thisPc }) {
    const { os, build, revision } = thisPc;
    if (os !== 'windows') return skip('This PC does not run Windows.');
    if (build === null || revision === null) return unknown("This PC's Windows build could not be read.");
    const bad = badUpdateOf(thisPc);
    if (!bad) return pass(`No update known to break remote sign-in is in build ${build}.${revision}.`);
    return warn(
      `This PC runs ${describeWindows({ build, revision }, 'client')} with ${bad.update}: ${bad.effect} ${bad.fix} mends it.`,
      [remedy.do(`Install ${bad.fix} or any later cumulative update.`)],
    );
  },
});
