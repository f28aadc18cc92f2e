import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { AppError } from '../../../shared/errors/app-error';
import { importLimits, type LeftOut } from '../../../shared/profiles/import/imported';

export interface FoundFile {
  readonly path: string;
  /** From the folder that was named, with forward slashes: `finance/web-01.rdp`. */
  readonly place: string;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The files to import from a folder and the folders in it, in the order of their names. A link is followed where it
 * leads inside the folder, and nothing is read twice.
 *
 * @throws AppError `access-denied`, `unreadable` where the folder itself cannot be read; `cancelled`.
 */
export async function findFiles(folder: string, signal: AbortSignal): Promise<FoundFiles> {
  const root = await realpath(folder);
  const walk: Walk = { folder, root, signal, seen: new Set(), files: [], leftOut: [], looked: 0 };
  await lookInto(walk, folder, 0);
  return walk;
}

interface Walk {
  readonly folder: string;
  readonly root: string;
  readonly signal: AbortSignal;
  readonly seen: Set<string>;
  readonly files: FoundFile[];
  readonly leftOut: LeftOut[];
  looked: number;
}

async function lookInto(walk: Walk, folder: string, depth: number): Promise<void> {
  if (walk.signal.aborted) {
    throw new AppError('cancelled', 'The import was cancelled. Nothing was imported.');
  }
  const real = await realpath(folder);
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  if (depth > importLimits.folderDepth) {
    leaveOut(walk, folder, 'the folder', `Folders are looked into ${importLimits.folderDepth} deep.`);
    return;
  }
  for (const entry of await entriesOf(walk, folder, depth))
    await lookAt(walk, join(folder, entry.name), depth);
}

async function entriesOf(walk: Walk, folder: string, depth: number): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      walk.looked += 1;
      if (walk.looked > importLimits.files) throw tooMany(walk.folder);
      entries.push(entry);
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // One folder that may not be read does not stop the others.
    if (depth === 0) throw unreadable(folder, cause);
    leaveOut(walk, folder, 'the folder', `It could not be read (${codeOf(cause)}).`);
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function lookAt(walk: Walk, path: string, depth: number): Promise<void> {
  const found = await whatIsAt(path);
  if (!found) {
    if (isToImport(path)) leaveOut(walk, path, 'the link', 'It leads nowhere.');
    return;
  }
  if (!isInside(walk.root, found.real)) {
    if (found.isFolder || isToImport(path)) {
      leaveOut(walk, path, 'the link', 'It leads out of the folder.');
    }
    return;
  }
  if (found.isFolder) {
    await lookInto(walk, path, depth + 1);
  } else if (isToImport(path) && !walk.seen.has(found.real)) {
    walk.seen.add(found.real);
    walk.files.push({ path, place: placeOf(walk, path) });
  }
}

async function whatIsAt(path: string): Promise<{ real: string; isFolder: boolean } | null> {
  try {
    return { real: await realpath(path), isFolder: (await stat(path)).isDirectory() };
  } catch {
    return null;
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way));
}

function isToImport(path: string): boolean {
  return /\.(rdp|rdg|xml)$/i.test(path);
}

function placeOf({ folder }: Walk, path: string): string {
  return [basename(folder), ...relative(folder, path).split(sep)].filter(Boolean).join('/');
}

function leaveOut(walk: Walk, path: string, what: string, because: string): void {
  walk.leftOut.push({ place: placeOf(walk, path), what, because });
}

function tooMany(folder: string): AppError {
  return new AppError(
    'unreadable',
    `${folder} was not imported: it holds more than ${importLimits.files.toLocaleString('en')} files and folders. Import its parts one by one.`,
  );
}

function unreadable(folder: string, cause: unknown): AppError {
  const code = codeOf(cause);
  const isDenied = code === 'EACCES' || code === 'EPERM';
  return new AppError(
    isDenied ? 'access-denied' : 'unreadable',
    isDenied
      ? `${folder} was not imported: this account may not read it.`
      : `${folder} was not imported: the folder could not be read (${code}).`,
    { cause },
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
}
