import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { AppError, isAppError } from '../../../shared/errors/app-error';
import { type Imported, importLimits, type LeftOut } from '../../../shared/profiles/import/imported';
import { readMremoteng } from '../../../shared/profiles/import/mremoteng/read-mremoteng';
import { readRdcman } from '../../../shared/profiles/import/rdcman/read-rdcman';
import { isNamed } from '../../../shared/profiles/import/xml-element';
import { readBounded } from '../../files/read-bounded';
import { type FoundFile, findFiles } from './find-files';
import { openManifests } from './read-manifest';
import { readRdpSource } from './read-rdp-source';
import { readXml } from './read-xml';

/** A path that gave nothing at all. */
export interface FailedPath {
  readonly path: string;
  readonly error: AppError;
}

export interface ReadSources {
  readonly imports: readonly Imported[];
  readonly leftOut: readonly LeftOut[];
  readonly failed: readonly FailedPath[];
}

/**
 * Reads files and folders of other programs, each by what stands in it. Nothing is saved yet; what cannot be read
 * is told, and does not stop the others.
 *
 * @throws AppError `cancelled`.
 */
export async function readSources(
  paths: readonly string[],
  signal: AbortSignal,
  onProgress: (read: number, place: string) => void,
): Promise<ReadSources> {
  const reading = new Sources(signal, onProgress);
  for (const path of new Set(paths.map((one) => resolve(one)))) await reading.path(path);
  return reading;
}

class Sources implements ReadSources {
  readonly imports: Imported[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly failed: FailedPath[] = [];
  readonly #listed = openManifests();
  readonly #seen = new Set<string>();
  #read = 0;

  constructor(
    readonly signal: AbortSignal,
    readonly onProgress: (read: number, place: string) => void,
  ) {}

  async path(path: string): Promise<void> {
    try {
      const isFolder = await folderOrFile(path);
      if (isFolder) await this.#folder(path);
      else await this.#file({ path, place: basename(path) }, path);
    } catch (error) {
      if (!isAppError(error) || error.code === 'cancelled') throw error;
      this.failed.push({ path, error });
    }
  }

  async #folder(folder: string): Promise<void> {
    const { files, leftOut } = await findFiles(folder, this.signal);
    this.leftOut.push(...leftOut);
    let imported = 0;
    for (const file of files) {
      try {
        await this.#file(file, folder);
        imported += 1;
      } catch (error) {
        if (!isAppError(error) || error.code === 'cancelled') throw error;
        this.leftOut.push({ place: file.place, what: 'the file', because: error.message });
      }
    }
    if (imported > 0) return;
    throw new AppError(
      'not-found',
      `${folder} was not imported: there is no .rdp, .rdg or confCons.xml file in it that could be read.`,
    );
  }

  /** @param root the path that was named: the file itself, or a folder around it. */
  async #file({ path, place }: FoundFile, root: string): Promise<void> {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    if (this.signal.aborted) throw cancelled();
    this.#read += 1;
    this.onProgress(this.#read, place);
    const bytes = await readBounded(path, path, importLimits.xmlBytes);
    if (isZip(bytes)) throw zip(path);
    if (!isXml(bytes)) {
      if (/\.(rdg|xml)$/i.test(path)) throw noXml(path);
      const listed = await this.#listed(path, root === path ? dirname(path) : root);
      this.imports.push({ ...readRdpSource(bytes, path, place, listed), origin: root });
      return;
    }
    const { root: element, hasDoctype } = await readXml(bytes, path, this.signal);
    const read = readElement(element);
    if (!read) throw strange(path);
    this.imports.push({ ...read(element, place), origin: root });
    if (hasDoctype) {
      const because = 'Neither program writes one. It was passed over, and nothing it names was read.';
      this.leftOut.push({ place, what: 'the document type', because });
    }
  }
}

function readElement(root: Parameters<typeof readRdcman>[0]): typeof readRdcman | null {
  if (isNamed(root, 'RDCMan')) return readRdcman;
  return isNamed(root, 'Connections') || isNamed(root, 'mrng:Connections') ? readMremoteng : null;
}

async function folderOrFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // What is wrong with it, reading says in the person's words.
    return false;
  }
}

/** XML starts with `<`, in whatever encoding and after whatever mark; no setting does. */
function isXml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 400)).toString('latin1').replace(/\0/g, '');
  return /^(ÿþ|þÿ|ï»¿)?\s*</.test(start);
}

function isZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && third === 3 && fourth === 4;
}

function zip(path: string): AppError {
  return new AppError(
    'invalid-request',
    `${path} was not imported: it is a zip archive. Where it is an export of a library: entra-rdp library import ${basename(path)}; otherwise unpack it and import the folder.`,
  );
}

function noXml(path: string): AppError {
  return new AppError(
    'unreadable',
    `${path} was not imported: it is no XML. If mRemoteNG encrypted the whole file, turn that off in its options and save again; then import that file.`,
  );
}

function strange(path: string): AppError {
  return new AppError(
    'unreadable',
    `${path} was not imported: it is XML, but neither of RDCMan (.rdg) nor of mRemoteNG (confCons.xml).`,
  );
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The import was cancelled. Nothing was imported.');
}
