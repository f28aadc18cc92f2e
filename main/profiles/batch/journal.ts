import { constants } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../../shared/errors/app-error';
import { sameOnDisk } from '../../../shared/profiles/batch/place';
import type { FileSystem } from '../../rdp-files/file-system';
import { explained } from '../../rdp-files/write-whole';

/** A file that was about to be written: whether it was, its bytes on disk say. */
const Entry = z.object({
  /** Relative to the folder, with forward slashes. */
  file: z.string(),
  /** SHA-256 of what was to be signed, and by which certificate; null for none. */
  made: z.string(),
  signer: z.string().nullable(),
  /** SHA-256 of the file's bytes. */
  bytes: z.string(),
});
export type JournalEntry = z.infer<typeof Entry>;

/** What batches wrote into a folder, in the order they did. It only ever grows. */
export interface Journal {
  /** Everything that was ever written there; empty for a file that is not ours. */
  of(file: string): readonly JournalEntry[];
  /** On disk before the file itself is: a process that is killed in between leaves no stranger behind. */
  add(entry: JournalEntry): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the journal of a folder. Lines that are none, such as one that a killed process left half written, are
 * passed over.
 *
 * @throws AppError `access-denied` for a link; `disk-full`.
 */
export async function openJournal(files: FileSystem, path: string): Promise<Journal> {
  // It may be appended to, and a link could lead anywhere.
  const found = await files.lstat(path).catch(() => null);
  if (found && !found.isFile()) {
    throw new AppError(
      'access-denied',
      `${path} is no ordinary file. Take it away, or choose another folder.`,
    );
  }
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;
  const handle = await files.open(path, flags, 0o600).catch((cause: unknown) => {
    throw explained(path, cause);
  });
  const text = await handle.readFile('utf8');
  const known = new Map<string, JournalEntry[]>();
  const remember = (entry: JournalEntry): void => {
    const key = sameOnDisk(entry.file);
    const before = known.get(key);
    if (before) before.push(entry);
    else known.set(key, [entry]);
  };
  for (const line of text.split('\n')) {
    const entry = entryIn(line);
    if (entry) remember(entry);
  }

  // Whoever comes while a write is under way shares the next one.
  let group: { lines: string; readonly written: Promise<void> } | null = null;
  let last = Promise.resolve();
  const openGroup = () => {
    const written = last.then(async () => {
      const lines = group?.lines ?? '';
      group = null;
      await handle.appendFile(lines).catch((cause: unknown) => {
        throw explained(path, cause);
      });
    });
    last = written.catch(() => undefined);
    return { lines: '', written };
  };
  return {
    of: (file) => known.get(sameOnDisk(file)) ?? [],
    async add(entry) {
      group ??= openGroup();
      // The line end comes first: half a line of a killed process, or of a full disk, then spoils no other.
      group.lines += `\n${JSON.stringify(entry)}`;
      await group.written;
      remember(entry);
    },
    close: () => handle.close(),
  };
}

function entryIn(line: string): JournalEntry | null {
  if (line === '') return null;
  try {
    return Entry.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
