import { app } from 'electron';
import { declareAppProtocol } from './app-protocol';
import { readAppOptions } from './command-line';
import { lockEveryPage } from './hardening';
import { startApp } from './start-app';

const options = readAppOptions(process.argv.slice(1));
// A profile of its own takes our own files along, as tests and portable copies expect.
if (options.userDataFolder !== undefined) process.env['ENTRA_RDP_HOME'] ??= options.userDataFolder;

// As root, Chromium runs only with --no-sandbox, and fails when both are asked for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppProtocol();
lockEveryPage();

// A second start shows the first one's window.
if (app.requestSingleInstanceLock()) void app.whenReady().then(() => startApp(options));
else app.quit();
