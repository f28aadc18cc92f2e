import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileSystem } from '../rdp-files/file-system';
import { writeWhole } from '../rdp-files/write-whole';
import { slices } from '../support/slices';
import { isSettled, type Memory, type Remembered } from './memory';
import type { ScannedFile } from './scanned-file';

/** Raised when what stands in an entry, or how it is checked, changes: entries of the file are not checked again. */
const format = 1;

/** So many files stand in a line: one is read in a few milliseconds. */
const filesALine = 250;

export interface MemoryFile {
  readonly path: string;
  /** Each version of the program has its own rules for what is right. */
  readonly program: string;
}

/**
 * What an earlier process read of the library, so that ten thousand files need not be read and checked again
 * at every start. It holds nothing that is not in the library, and may be deleted at any time: what it says
 * counts for files that are still the same by their times, sizes and places on the disk.
 */
export async function loadMemory({ path, program }: MemoryFile, library: string): Promise<Memory> {
  const memory: Memory = new Map();
  try {
    const [head = '', ...lines] = (await readFile(path)).toString('utf8').split('\n');
    if (head !== headOf(program, library)) return memory;
    const pause = slices();
    for (const line of lines) {
      if (line === '') continue;
      await pause();
      for (const row of JSON.parse(line) as Row[]) memory.set(row[5], rememberedIn(row));
    }
    return memory;
  } catch {
    // Missing, or somebody changed it: the library itself is read.
    return new Map();
  }
}

/** Never fails: without it the next start takes longer. */
export async function saveMemory(
  { path, program }: MemoryFile,
  library: string,
  memory: Memory,
): Promise<void> {
  const settled = [...memory.values()].filter(isSettled);
  const pause = slices();
  const lines = [headOf(program, library)];
  for (let from = 0; from < settled.length; from += filesALine) {
    await pause();
    lines.push(JSON.stringify(settled.slice(from, from + filesALine).map(rowOf)));
  }
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeWhole(fileSystem, path, Buffer.from(`${lines.join('\n')}\n`));
  } catch {
    // Such as a full disk.
  }
}

/** A file without the names of what is told of it, which would be half of the text. */
type Row = [
  ...state: [size: number, mtimeMs: number, ctimeMs: number, ino: number],
  readAt: number,
  file: string,
  kind: ScannedFile['kind'],
  read: unknown,
  revision: string,
];

function rowOf({ state, readAt, scanned: { file, kind, read } }: Remembered): Row {
  const { size, mtimeMs, ctimeMs, ino } = state;
  const revision = 'revision' in read ? read.revision : '';
  return [size, mtimeMs, ctimeMs, ino, readAt, file, kind, read.entry ?? [read.problem], revision];
}

function rememberedIn([size, mtimeMs, ctimeMs, ino, readAt, file, kind, read, revision]: Row): Remembered {
  const [entry, problem] = Array.isArray(read) ? [null, read[0] as unknown] : [read, null];
  const scanned = { file, kind, read: { entry, problem, revision } } as ScannedFile;
  return { state: { size, mtimeMs, ctimeMs, ino }, readAt, scanned };
}

function headOf(program: string, library: string): string {
  return JSON.stringify({ format, program, library });
}
