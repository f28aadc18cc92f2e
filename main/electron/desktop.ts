import { homedir } from 'node:os';
import { join } from 'node:path';
import { type BrowserWindow, clipboard, dialog } from 'electron';
import { version } from '../version';
import type { Desktop } from './ipc/desktop';
import { openExternal } from './open-external';

/** The real desktop: its dialogs, its clipboard and its browser, for the window given. */
export function createDesktop(window: BrowserWindow): Desktop {
  return {
    async askWhereToSave(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'Save .rdp file',
        defaultPath: join(homedir(), suggestedName),
        filters: [{ name: 'Remote Desktop files', extensions: ['rdp'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    async askPassword(prompt) {
      const { askPassword } = await import('./password-window/ask-password');
      return askPassword(window, prompt);
    },
    openExternal,
    copyText(text) {
      void clipboard.writeText(text);
    },
    async about() {
      const { log } = await import('../support/log');
      const { electron, chrome } = process.versions;
      return { version, electron, chromium: chrome, logFile: log().file };
    },
  };
}
