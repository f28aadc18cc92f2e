import { app } from 'electron';
import { settingsFolder } from '../settings/folders';
import { declareAppProtocol } from './app-protocol';
import { readAppOptions } from './command-line';
import { readFirstLook } from './first-look';
import { lockEveryPage } from './hardening';
import { createLinkInbox } from './link-inbox';
import { leaveOutMenu } from './menu';
import { startApp } from './start-app';

const options = readAppOptions(process.argv.slice(1));
const links = createLinkInbox(options.link);
// A profile of its own takes our own files along, as tests and portable copies expect.
if (options.userDataFolder !== undefined) process.env['ENTRA_RDP_HOME'] ??= options.userDataFolder;

// As root, Chromium runs only with --no-sandbox, and fails when both are asked for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppProtocol();
lockEveryPage();
leaveOutMenu();
// macOS tells of a link this way, and of the one it starts the app for before the app is ready.
app.on('open-url', (event, text) => {
  event.preventDefault();
  links.put({ text });
});

// A second start shows the first one's window.
if (app.requestSingleInstanceLock()) {
  const firstLook = readFirstLook(settingsFolder());
  void app.whenReady().then(() => startApp(options, links, firstLook));
} else app.quit();
