import type { LibraryEntry, LibraryProblem } from '../../shared/profiles/library-view';
import type { Profile } from '../../shared/profiles/profile';
import type { Template } from '../../shared/profiles/template';
import { entryFile, keptFolder } from './layout';
import type { LibraryContents, Stored } from './library';
import type { Scan, ScannedFile } from './scan-library';

type Readable = ScannedFile & { readonly read: { readonly entry: LibraryEntry; readonly revision: string } };

/** Tells entries from files that are none: copies in conflict, misplaced and damaged ones. */
export function contentsOf({ files, kept, outside }: Scan): LibraryContents {
  const entries = new Map<string, Readable>();
  for (const scanned of files) if (isEntry(scanned)) entries.set(scanned.file, scanned);
  const stored = [...entries.values()].toSorted((a, b) => (a.stem < b.stem ? -1 : 1));
  return {
    templates: stored.flatMap(({ read }) =>
      read.entry.kind === 'template'
        ? [{ entry: read.entry, revision: read.revision } satisfies Stored<Template>]
        : [],
    ),
    profiles: stored.flatMap(({ read }) =>
      read.entry.kind === 'profile'
        ? [{ entry: read.entry, revision: read.revision } satisfies Stored<Profile>]
        : [],
    ),
    problems: [
      ...outside.map(outsideProblem),
      ...files.flatMap((scanned) => problemOf(scanned, (file) => entries.has(file)) ?? []),
      ...stored.flatMap(({ read }) => missingFiles(read.entry, kept)),
    ],
  };
}

function isEntry(scanned: ScannedFile): scanned is Readable {
  const { entry } = scanned.read;
  return entry !== null && scanned.file === entryFile(entry.kind, entry.id);
}

function problemOf(scanned: ScannedFile, isThere: (file: string) => boolean): LibraryProblem | null {
  const { file, read, kind } = scanned;
  if (read.entry === null) {
    const { problem } = read;
    // Beside the entries' folders only what surely is one of ours is told of.
    if (kind === null && problem.kind === 'damaged') return null;
    return { file, kind: problem.kind, because: sentence(file, problem.because), entry: null };
  }
  const { entry } = read;
  const place = entryFile(entry.kind, entry.id);
  if (file === place) return null;
  if (isThere(place)) {
    return {
      file,
      kind: 'conflict',
      because: sentence(
        file,
        `is another version of “${entry.name}” (${place}), as programs that sync folders leave it when two people changed it. Choose which one stays`,
      ),
      entry: { kind: entry.kind, id: entry.id },
    };
  }
  const isRenamed = kind === entry.kind;
  return {
    file,
    kind: 'misplaced',
    because: sentence(
      file,
      isRenamed
        ? `says that its id is ${entry.id}, so it is not read under this name. Rename it to ${place}`
        : `is a ${entry.kind}, and those lie elsewhere. Move it to ${place}`,
    ),
    entry: null,
  };
}

// The profile is used all the same, and composed anew where it would have been taken as it is kept.
function missingFiles(entry: LibraryEntry, kept: ReadonlySet<string>): LibraryProblem[] {
  if (entry.kind === 'template') return [];
  return entry.files
    .filter(({ file }) => !kept.has(file))
    .map(({ file }) => ({
      file: `${keptFolder}/${file}`,
      kind: 'unreadable',
      because: `${keptFolder}/${file} is not there, and the profile “${entry.name}” keeps it. Where the folder is synced, wait until it is complete; else take it from a backup, or sign it anew.`,
      entry: null,
    }));
}

function outsideProblem(folder: string): LibraryProblem {
  return {
    file: folder,
    kind: 'unreadable',
    because: sentence(
      folder,
      'is a link out of the library, which is not followed. Put a folder in its place',
    ),
    entry: null,
  };
}

function sentence(file: string, because: string): string {
  return `${file} ${because}. It was left as it is.`;
}
