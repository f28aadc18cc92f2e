import { app, type BrowserWindow, ipcMain, nativeTheme, session } from 'electron';
import { contract } from '../../shared/ipc/contract';
import { Settings } from '../../shared/settings/settings';
import { settingsFolder } from '../settings/folders';
import { openSettingsStore } from '../settings/open-settings-store';
import { appOrigin, serveAppProtocol } from './app-protocol';
import { builtFile } from './built-file';
import type { AppOptions } from './command-line';
import { createDesktop } from './desktop';
import { refusePermissions } from './hardening';
import { type Announcer, createAnnouncer } from './ipc/announce';
import { createHandlers } from './ipc/handlers';
import { serveContract } from './ipc/serve-contract';
import { createLiveServices, type LiveServices } from './live-services';
import { makeServices } from './make-services';
import { setMenu } from './menu';
import { type OurWindows, rememberOurWindows } from './our-windows';
import { passwordPage } from './password-window/page';
import { openWindow } from './window';

/** How long the services may take to close before the app ends without them, in milliseconds. */
const closingMs = 3000;

/** The start, as a list: what a page may do, the settings, the window, and what answers it. */
export async function startApp(options: AppOptions): Promise<void> {
  refusePermissions(session.defaultSession);
  serveAppProtocol(builtFile('renderer'), passwordPage);

  const store = openSettingsStore(settingsFolder());
  // Settings that cannot be read are told by the page, which needs a window for that.
  const settings = await store.read().catch(() => Settings.parse({}));
  nativeTheme.themeSource = settings.theme;

  const developmentPage = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  const window = openWindow({
    url: developmentPage ?? `${appOrigin}/index.html`,
    remembered: settings.window,
    remember: (place) => {
      store.change((now) => ({ ...now, window: place })).catch(() => {});
    },
  });
  const ours = rememberOurWindows(developmentPage ? [appOrigin, developmentPage] : [appOrigin]);
  ours.add(window.webContents);

  const announce = createAnnouncer(contract, (channel, payload) => {
    if (!window.isDestroyed()) window.webContents.send(channel, payload);
  });
  const live = createLiveServices({
    ...makeServices(options),
    startsInDemo: options.demo,
    onSessionChanged: announce.session.changed,
  });
  answer(window, ours, live, announce);
  showOnSecondStart(window);
  closeAtTheEnd(live);
  window.once('show', () => {
    setMenu(app.isPackaged);
  });
}

function answer(
  window: BrowserWindow,
  ours: OurWindows,
  live: LiveServices,
  announce: Announcer<typeof contract>,
): void {
  const handlers = createHandlers({ live, announce, desktop: createDesktop(window) });
  serveContract(ipcMain, contract, handlers, {
    isOurs: ours.areCalling,
    logBug(bug) {
      void import('../support/log').then(({ logBug }) => {
        logBug(bug);
      });
    },
  });
}

function showOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
}

/** Temporary files are swept and the demo's servers ended, but nobody waits for a service that hangs. */
function closeAtTheEnd(live: LiveServices): void {
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    const inTime = new Promise((resolve) => setTimeout(resolve, closingMs));
    void Promise.race([live.close(), inTime])
      .catch(() => {})
      .finally(() => {
        app.exit();
      });
  });
}
