import { describeWindows, releaseOf } from '../../azure/windows-builds';
import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const pcShortOfUpdates = defineCause({
  id: 'pc-short-of-updates',

  sentenceFor({ failed, gathered }) {
    const { build, revision } = valueOf(gathered, 'thisPc') ?? { build: null, revision: null };
    if (build === null || !failed('pc-build-supports-web-account')) return null;
    const release = releaseOf(build);
    // A release that never got it is not short of an update but of another Windows: the check says so.
    if (!release?.webAccountFrom) return null;
    return `This PC is short of updates: it runs ${describeWindows({ build, revision }, 'client')}, and passwordless sign-in came with ${build}.${release.webAccountFrom} (${release.update}, October 2022).`;
  },
});
