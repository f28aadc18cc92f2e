import { basename, join, resolve } from 'node:path';
import { AppError, isAppError } from '../../../shared/errors/app-error';
import { type FileSystem, fileSystem } from '../file-system';
import { makeFolder } from '../make-folder';
import { readRdpFile } from '../read-rdp-file';
import { expectNoDevice, explained, writeWhole } from '../write-whole';
import type { RdpSigner } from './signer';

/** What became of one file. */
export interface SignedFile {
  /** As it was named. */
  readonly file: string;
  /** Where the signed one is, absolute; null where there is none. */
  readonly out: string | null;
  readonly covered: readonly string[];
  readonly warnings: readonly string[];
  readonly problem: Pick<AppError, 'code' | 'message' | 'help'> | null;
}

interface Options {
  readonly sign: RdpSigner;
  /** A folder, made where it is missing; for one file also the name of a file. In place without one. */
  readonly out?: string | undefined;
  readonly signal: AbortSignal;
  readonly onSigned?: (done: number, total: number) => void;
  readonly files?: FileSystem;
}

/** At once: more than the runtime's threads, so that none waits for the disk. */
const atOnce = 16;

/**
 * Signs files, each by itself: one that fails is told and does not stop the others. A file is written whole
 * or stays as it was, also on a full disk. Answers are in the order of the files.
 *
 * @throws AppError `cancelled`; `access-denied`, `disk-full` when the folder could not be made; `invalid-request`
 *   for one name for several files.
 */
export async function signFiles(paths: readonly string[], options: Options): Promise<SignedFile[]> {
  const { out, signal, onSigned, files = fileSystem } = options;
  const placeOf = await targets(paths, out, files);
  const rows: SignedFile[] = [];
  let [next, done] = [0, 0];

  const signNext = async (): Promise<void> => {
    for (let index = next++; index < paths.length; index = next++) {
      if (signal.aborted) return;
      const path = paths[index] ?? '';
      rows[index] = await signOne(path, placeOf, options.sign, files);
      onSigned?.(++done, paths.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, paths.length) }, signNext));
  if (signal.aborted)
    throw new AppError('cancelled', `Signing was ended after ${done} of ${paths.length} files.`);
  return rows;
}

async function signOne(
  file: string,
  placeOf: (file: string) => string,
  sign: RdpSigner,
  files: FileSystem,
): Promise<SignedFile> {
  try {
    const target = placeOf(file);
    const document = await readRdpFile(file);
    const { bytes, scope, warnings } = await sign(document);
    await replace(files, target, bytes);
    return { file, out: target, covered: scope, warnings, problem: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { code, help } = error;
    const message = error.message.replace(/^The file was not signed/, `${file} was not signed`);
    return { file, out: null, covered: [], warnings: [], problem: { code, message, help } };
  }
}

/** Where each signed file goes. */
async function targets(
  paths: readonly string[],
  out: string | undefined,
  files: FileSystem,
): Promise<(file: string) => string> {
  if (out === undefined) return (file) => resolve(file);
  const target = resolve(out);
  if (/\.rdp$/i.test(out) && !(await isFolder(files, target))) {
    await expectNoDevice(files, target);
    if (paths.length === 1) return () => target;
    throw new AppError(
      'invalid-request',
      `Nothing was signed: ${out} is the name of one file, and ${paths.length} are to be signed. Give a folder.`,
    );
  }
  await makeTarget(files, target);
  const taken = new Map<string, string>();
  return (file) => placeIn(target, file, taken);
}

async function isFolder(files: FileSystem, path: string): Promise<boolean> {
  return (await files.stat(path).catch(() => null))?.isDirectory() === true;
}

function placeIn(folder: string, file: string, taken: Map<string, string>): string {
  const name = basename(file);
  // Some file systems know no letter case.
  const other = taken.get(name.toLowerCase());
  if (other !== undefined) {
    throw new AppError(
      'invalid-request',
      `${file} was not signed: ${other} has the same name and is written to the same folder. Sign it into another one.`,
    );
  }
  taken.set(name.toLowerCase(), file);
  return join(folder, name);
}

// A new file takes the place of the old one: whoever may read that may read this, and a link stays a link.
async function replace(files: FileSystem, target: string, bytes: Uint8Array): Promise<void> {
  const place = await files.realpath(target).catch(() => target);
  const before = await files.stat(place).catch(() => null);
  await writeWhole(files, place, bytes);
  if (before) await files.chmod(place, before.mode & 0o7777).catch(() => undefined);
}

async function makeTarget(files: FileSystem, folder: string): Promise<void> {
  try {
    await makeFolder(files, folder);
  } catch (cause) {
    throw explained(join(folder, 'signed.rdp'), cause);
  }
}
