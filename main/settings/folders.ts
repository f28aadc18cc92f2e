import { createHash } from 'node:crypto';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** Everything of this product under one folder: for tests, portable copies, and two set-ups side by side. */
const home = () => process.env['ENTRA_RDP_HOME'];

const paths = () => envPaths('entra-rdp', { suffix: '' });

/** Settings a person takes along: they hold no secret. */
export function settingsFolder(): string {
  return home() ?? paths().config;
}

/** The sign-in, encrypted. It stays on this PC: on Windows it does not roam. */
export function signInFolder(): string {
  return join(home() ?? paths().data, 'sign-in');
}

/** Connection files between being written and being opened. On Windows under %LOCALAPPDATA%, the user's own. */
export function rdpFilesFolder(): string {
  return join(home() ?? paths().data, 'rdp-files');
}

/**
 * The last lists of VMs, for when Azure cannot be reached: a folder for each sign-in, as signing out takes them along.
 */
export function lastListsFolder(signIn: string): string {
  return join(home() ?? paths().data, 'last-lists', signIn);
}

/** Templates and profiles, where no other folder was chosen for them. */
export function libraryFolder(): string {
  return join(home() ?? paths().data, 'library');
}

/** Those of the demo's made-up VMs. */
export function demoLibraryFolder(): string {
  return join(home() ?? paths().data, 'demo-library');
}

/** What was read of the library in a folder, which can be read anew at any time. */
export function libraryMemoryFile(folder: string): string {
  const own = home();
  const name = `${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.jsonl`;
  return join(own ? join(own, 'cache') : paths().cache, 'library', name);
}

export function logFolder(): string {
  const own = home();
  return own ? join(own, 'logs') : paths().log;
}
