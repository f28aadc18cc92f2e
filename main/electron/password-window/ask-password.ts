import { BrowserWindow } from 'electron';
import { passwordOrigin } from '../app-protocol';
import { builtFile } from '../built-file';
import { answerChannel, fileArgument, hostArgument, type PasswordPrompt, usernameArgument } from './prompt';

/**
 * Asks for a password in a small window of its own, over the app's. Null when it was closed or cancelled, also by
 * the signal: nobody waits for the answer any more.
 *
 * What is typed goes from the window's preload to main and on to what needs it, the RDP client's standard input
 * or the reading of a certificate: it never enters the app's page, a file or a log.
 */
export function askPassword(
  parent: BrowserWindow,
  prompt: PasswordPrompt,
  signal?: AbortSignal,
): Promise<string | null> {
  if (signal?.aborted) return Promise.resolve(null);
  const window = openWindow(parent, prompt);
  return new Promise((resolve) => {
    // Answered first and closed then: whatever closes the window later changes nothing.
    const settle = (answer: string | null): void => {
      signal?.removeEventListener('abort', giveUp);
      resolve(answer);
      if (!window.isDestroyed()) window.close();
    };
    const giveUp = (): void => settle(null);
    window.webContents.ipc.on(answerChannel, (_event, answer: unknown) => {
      settle(typeof answer === 'string' && answer !== '' ? answer : null);
    });
    window.on('closed', giveUp);
    signal?.addEventListener('abort', giveUp, { once: true });
    window.loadURL(`${passwordOrigin}/`).catch(giveUp);
  });
}

function openWindow(parent: BrowserWindow, prompt: PasswordPrompt): BrowserWindow {
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 440,
    height: 236,
    useContentSize: true,
    show: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    title: 'Password',
    autoHideMenuBar: true,
    webPreferences: {
      preload: builtFile('preload/password-preload.cjs'),
      additionalArguments: argumentsOf(prompt),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: false,
    },
  });
  window.removeMenu();
  // Screen recorders see nothing of it where the system can hide a window.
  window.setContentProtection(true);
  window.once('ready-to-show', () => {
    window.show();
  });
  return window;
}

function argumentsOf(prompt: PasswordPrompt): string[] {
  if ('file' in prompt) return [`${fileArgument}${prompt.file}`];
  return [`${usernameArgument}${prompt.username}`, `${hostArgument}${prompt.host}`];
}
