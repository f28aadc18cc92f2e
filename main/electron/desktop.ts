import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import { type BrowserWindow, clipboard, dialog, type OpenDialogOptions } from 'electron';
import { version } from '../version';
import type { Desktop } from './ipc/desktop';
import { openExternal } from './open-external';

const openDialogs = {
  rdp: {
    title: 'Open an .rdp file',
    filters: [
      { name: 'Remote Desktop files', extensions: ['rdp'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  certificate: {
    title: 'Sign with which certificate?',
    filters: [
      { name: 'Certificates with their key', extensions: ['pfx', 'p12', 'pem'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  list: {
    title: 'Make files from which list?',
    filters: [
      { name: 'Lists', extensions: ['csv', 'tsv', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
};

const saveDialogs = {
  rdp: { title: 'Save .rdp file', filters: [{ name: 'Remote Desktop files', extensions: ['rdp'] }] },
  zip: { title: 'Export the library', filters: [{ name: 'Zip archives', extensions: ['zip'] }] },
};

const importDialog = {
  title: 'Import which files?',
  filters: [
    { name: 'Connections', extensions: ['rdp', 'rdg', 'xml'] },
    { name: 'All files', extensions: ['*'] },
  ],
};

const folderDialogs = {
  library: { title: 'Where is the library?', properties: ['openDirectory', 'createDirectory'] },
  import: { title: 'Import which folder?', properties: ['openDirectory'] },
  batch: { title: 'Write the files into which folder?', properties: ['openDirectory', 'createDirectory'] },
} satisfies Record<string, OpenDialogOptions>;

/** The real desktop: its dialogs, its clipboard and its browser, for the window given. */
export function createDesktop(window: BrowserWindow): Desktop {
  return {
    async askWhereToSave(suggestedName, kind = 'rdp') {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        ...saveDialogs[kind],
        defaultPath: resolve(homedir(), suggestedName),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    async askForFile(kind) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        ...openDialogs[kind],
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async askForFiles() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        ...importDialog,
        properties: ['openFile', 'multiSelections'],
      });
      return canceled || filePaths.length === 0 ? null : filePaths;
    },
    async askForFolder(kind) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, folderDialogs[kind]);
      return canceled ? null : (filePaths[0] ?? null);
    },
    async askPassword(prompt, signal) {
      const { askPassword } = await import('./password-window/ask-password');
      return askPassword(window, prompt, signal);
    },
    async askFilePassword(file) {
      const { askPassword } = await import('./password-window/ask-password');
      return askPassword(window, { file: basename(file) });
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
