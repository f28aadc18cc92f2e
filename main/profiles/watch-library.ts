import { type FSWatcher, type Stats, statSync, watch } from 'node:fs';
import { folderOf, inside, keptFolder } from './layout';

/** Changes come in crowds, as when a folder is synced: told once it is quiet, in milliseconds. */
const quietMs = 150;
/** And while it is not quiet for long. */
const atLatestMs = 2000;
/** Folders that were not there yet, and drives that tell of nothing, are looked at this often. */
const lookMs = 2000;

/** Watches a library's folders, also those that appear later. Never fails: where nothing is told, it looks. */
export function watchLibrary(library: string, onChange: () => void): () => void {
  const tell = crowded(onChange);
  const watched = [
    // Every lock comes and goes here, so that the folder itself always changes.
    watchFolder(library, tell.soon, folderItself),
    ...[...Object.values(folderOf), keptFolder].map((folder) =>
      watchFolder(inside(library, folder), tell.soon, lastChange),
    ),
  ];
  const timer = setInterval(() => {
    for (const folder of watched) folder.look();
  }, lookMs).unref();
  return () => {
    clearInterval(timer);
    for (const folder of watched) folder.close();
    tell.stop();
  };
}

/** @param stampOf what differs when the folder did change, for where nothing is told. */
function watchFolder(
  path: string,
  onChange: () => void,
  stampOf: (found: Stats) => string,
): { look(): void; close(): void } {
  let watcher: FSWatcher | undefined;
  let seen = look();

  function look(): { folder: string | null; stamp: string | null } {
    try {
      const found = statSync(path, { throwIfNoEntry: false });
      return { folder: found ? folderItself(found) : null, stamp: found ? stampOf(found) : null };
    } catch {
      return { folder: null, stamp: null };
    }
  }
  function close(): void {
    watcher?.close();
    watcher = undefined;
  }
  function open(): void {
    try {
      watcher = watch(path, { persistent: false }, (_event, name) => {
        // Locks and files on their way to their place come and go.
        if (name?.startsWith('.')) return;
        seen = look();
        onChange();
      }).on('error', close);
    } catch {
      close();
    }
  }
  if (seen.folder !== null) open();
  return {
    look() {
      const now = look();
      if (now.folder !== seen.folder) close();
      if (!watcher && now.folder !== null) open();
      if (now.stamp !== seen.stamp) onChange();
      seen = now;
    },
    close,
  };
}

function folderItself({ ino }: Stats): string {
  return String(ino);
}

function lastChange({ ino, mtimeMs }: Stats): string {
  return `${ino} ${mtimeMs}`;
}

function crowded(onChange: () => void): { soon: () => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;
  return {
    soon() {
      const now = performance.now();
      since ??= now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          since = undefined;
          onChange();
        },
        Math.max(0, Math.min(quietMs, since + atLatestMs - now)),
      ).unref();
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
