import { isDeepStrictEqual } from 'node:util';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { builtFile } from './built-file';
import { sortGivenWords } from './given-words';
import type { LinkInbox } from './link-inbox';
import { placeOnDisplays, smallest, type WindowPlace } from './window-place';

/** Fluent's page colours, so that the first frame does not flash. */
const backgrounds = { light: '#fafafa', dark: '#1f1f1f' };

/** How long the window must rest before its place is remembered, in milliseconds. */
const restMs = 500;

/** Opens the one window: sandboxed, isolated, and shown when it has something to show. */
export function openWindow(remembered: WindowPlace | null): BrowserWindow {
  const { isMaximised, width, height, x, y } = placeOnDisplays(remembered, workAreas());
  const window = new BrowserWindow({
    width,
    height,
    ...(x !== undefined && y !== undefined && { x, y }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Entra RDP',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    ...(process.platform === 'linux' && { icon: builtFile('renderer/icon.png') }),
    webPreferences: {
      preload: builtFile('preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (isMaximised) window.maximize();
    window.show();
  });
  return window;
}

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}

/** Tells where the window is left, once it rests there, and where it is closed. */
export function rememberPlace(window: BrowserWindow, remember: (place: WindowPlace) => void): void {
  let timer: NodeJS.Timeout | undefined;
  let told = placeOf(window);
  const tell = (): void => {
    clearTimeout(timer);
    const place = placeOf(window);
    if (isDeepStrictEqual(place, told)) return;
    told = place;
    remember(place);
  };
  const tellLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, restMs);
  };
  window.on('resize', tellLater).on('move', tellLater);
  // Its events may still be on their way from the window system.
  window.on('close', tell);
}

function placeOf(window: BrowserWindow): WindowPlace {
  // The place to return to when a maximised window is made small again.
  return { ...window.getNormalBounds(), isMaximised: window.isMaximized() };
}

/** The page says when something in it is not saved: closing then takes a second word. */
export function askBeforeLosing(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Entra RDP',
      message: 'Close without saving?',
      detail: 'Changes to templates or profiles are not saved. Closing loses them.',
      buttons: ['Keep editing', 'Close without saving'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (answer === 1) event.preventDefault();
  });
}

/** A second start, or a link, brings the window to the front. Of a second start's words only a link counts. */
export function showOnSecondStart(window: BrowserWindow, links: LinkInbox): void {
  const show = (): void => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  app.on('second-instance', (_event, words) => {
    const { link } = sortGivenWords(words.slice(1));
    if (link) links.put(link);
    show();
  });
  app.on('open-url', show);
}
