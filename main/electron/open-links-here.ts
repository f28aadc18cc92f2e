import { app } from 'electron';

/** When the window has long been shown, in milliseconds: writing the registry holds up whoever waits. */
const afterMs = 2000;

/**
 * Has Windows open `entra-rdp://` links with this copy of the app, for this person alone. Packages for macOS and
 * Linux say so themselves (electron-builder.yml). A checkout, and a copy with a profile of its own, leave no trace.
 *
 * The `--` stands before the link: Chromium takes no switch from what comes behind it.
 */
export function openLinksHere(): void {
  if (process.platform !== 'win32' || !app.isPackaged) return;
  setTimeout(() => app.setAsDefaultProtocolClient('entra-rdp', process.execPath, ['--']), afterMs);
}
