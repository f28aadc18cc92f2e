import { app, nativeTheme, session } from 'electron';
import { appOrigin, serveAppProtocol } from './app-protocol';
import { builtFile } from './built-file';
import type { AppOptions } from './command-line';
import type { FirstLook } from './first-look';
import { refusePermissions } from './hardening';
import type { LinkInbox } from './link-inbox';
import { openLinksHere } from './open-links-here';
import { passwordPage } from './password-window/page';
import { askBeforeLosing, openWindow, rememberPlace, showOnSecondStart } from './window';

/** How long the services may take to close before the app ends without them, in milliseconds. */
const closingMs = 3000;

/**
 * The start, as a list: what a page may do, the window, and what answers it. The window comes before the contract,
 * the settings' schemas and the services: they load while Chromium starts its own process for the page.
 */
export async function startApp(
  options: AppOptions,
  links: LinkInbox,
  firstLook: Promise<FirstLook>,
): Promise<void> {
  const { theme, place } = await firstLook;
  nativeTheme.themeSource = theme;
  refusePermissions(session.defaultSession);
  const window = openWindow(place);
  showOnSecondStart(window, links);
  askBeforeLosing(window);

  const origin = app.isPackaged ? appOrigin : (process.env['ELECTRON_RENDERER_URL'] ?? appOrigin);
  const serving = import('./serve-window').then(({ serveWindow }) =>
    serveWindow(window, origin, options, links),
  );
  serveAppProtocol({
    rendererFolder: builtFile('renderer'),
    passwordPage,
    // A page that asks before anybody listens would wait for ever.
    beforeScripts: serving,
    // While the page runs them, main has the time to load the services.
    afterScripts: () => void serving.then(({ live }) => live.current()).catch(() => {}),
  });
  void window.loadURL(`${origin}/index.html`);

  const { remember, close } = await serving;
  rememberPlace(window, remember);
  closeAtTheEnd(close);
  if (options.userDataFolder === undefined) openLinksHere();
}

/** Temporary files are swept and the demo's servers ended, but nobody waits for a service that hangs. */
function closeAtTheEnd(close: () => Promise<void>): void {
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    const inTime = new Promise((resolve) => setTimeout(resolve, closingMs));
    void Promise.race([close(), inTime])
      .catch(() => {})
      .finally(() => {
        app.exit();
      });
  });
}
