import { app, type BrowserWindow, ipcMain } from 'electron';
import { contract } from '../../shared/ipc/contract';
import { settingsFolder } from '../settings/folders';
import { openSettingsStore } from '../settings/open-settings-store';
import type { AppOptions } from './command-line';
import { createDesktop } from './desktop';
import { createAnnouncer } from './ipc/announce';
import { createHandlers } from './ipc/handlers';
import { serveContract } from './ipc/serve-contract';
import type { LinkInbox } from './link-inbox';
import { createLiveServices, type LiveServices } from './live-services';
import { makeServices } from './make-services';
import { setMenu } from './menu';
import { rememberOurWindows } from './our-windows';
import type { WindowPlace } from './window-place';

/** No key of the menu is pressed sooner, and the page has the time before for itself, in milliseconds. */
const menuAfterMs = 500;

export interface ServedWindow {
  readonly live: LiveServices;
  readonly remember: (place: WindowPlace) => void;
  /** Ends the services, once the place that was told last is written. */
  readonly close: () => Promise<void>;
}

/** Answers what the window asks: the contract, on services that are made when they are first needed. */
export function serveWindow(
  window: BrowserWindow,
  origin: string,
  options: AppOptions,
  links: LinkInbox,
): ServedWindow {
  const announce = createAnnouncer(contract, (channel, payload) => {
    if (!window.isDestroyed()) window.webContents.send(channel, payload);
  });
  const live = createLiveServices({
    ...makeServices(options),
    startsInDemo: options.demo,
    onSessionChanged: announce.session.changed,
  });
  links.onOpened(announce.link.opened);
  const ours = rememberOurWindows([origin]);
  ours.add(window.webContents);
  serveContract(
    ipcMain,
    contract,
    createHandlers({ live, announce, desktop: createDesktop(window), links }),
    {
      isOurs: ours.areCalling,
      logBug(bug) {
        void import('../support/log').then(({ logBug }) => {
          logBug(bug);
        });
      },
    },
  );
  window.once('show', () => {
    setTimeout(() => setMenu(app.isPackaged), menuAfterMs);
  });

  const store = openSettingsStore(settingsFolder());
  let remembering = Promise.resolve();
  return {
    live,
    remember(place) {
      remembering = store
        .change((now) => ({ ...now, window: place }))
        .then(
          () => {},
          // A place that cannot be kept is not worth a word.
          () => {},
        );
    },
    async close() {
      await Promise.all([remembering, live.close()]);
    },
  };
}
