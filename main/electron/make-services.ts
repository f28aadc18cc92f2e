import type { Services } from '../services';
import type { AppOptions } from './command-line';
import { openExternal } from './open-external';

interface Makers {
  readonly real: () => Promise<Services>;
  readonly demo: (username: string | null) => Promise<Services>;
}

/** The services are loaded when the window is on its way, as Azure's libraries would double the time to it. */
export function makeServices({ demoFile, demoAccount }: AppOptions): Makers {
  const load = () => import('../create-services');
  return {
    async real() {
      const { createServices } = await load();
      return createServices({ demo: false, openBrowser: openExternal });
    },
    async demo(username) {
      const { createServices } = await load();
      return createServices({ demo: true, demoFile, demoAccount: username ?? demoAccount });
    },
  };
}
