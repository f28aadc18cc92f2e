import type { LibraryProblem } from '../../shared/profiles/library-view';
import type { Profile } from '../../shared/profiles/profile';
import type { Template } from '../../shared/profiles/template';
import { entryFile, keptFolder } from './layout';
import type { LibraryContents, Stored } from './library';
import type { Scan } from './scan-library';
import type { ScannedFile } from './scanned-file';

/** Tells entries from files that are none: copies in conflict, misplaced and damaged ones. */
export function contentsOf({ files, kept, outside }: Scan): LibraryContents {
  const templates: Stored<Template>[] = [];
  const profiles: Stored<Profile>[] = [];
  const missing: LibraryProblem[] = [];
  const others: ScannedFile[] = [];
  for (const scanned of files) {
    const { file, read } = scanned;
    if (read.entry === null || file !== entryFile(read.entry.kind, read.entry.id)) {
      others.push(scanned);
    } else if (read.entry.kind === 'template') {
      templates.push({ entry: read.entry, revision: read.revision });
    } else {
      profiles.push({ entry: read.entry, revision: read.revision });
      if (read.entry.files.length > 0) missing.push(...missingFiles(read.entry, kept));
    }
  }
  const named = new Map(
    others.length > 0
      ? [...templates, ...profiles].map(({ entry }) => [entryFile(entry.kind, entry.id), entry.name])
      : [],
  );
  return {
    templates: templates.toSorted(byId),
    profiles: profiles.toSorted(byId),
    problems: [
      ...outside.map(outsideProblem),
      ...others.flatMap((scanned) => problemOf(scanned, named) ?? []),
      ...missing,
    ],
  };
}

function byId(a: Stored, b: Stored): number {
  return a.entry.id < b.entry.id ? -1 : 1;
}

/** @param named the names of the entries that are used, by their files. */
function problemOf(scanned: ScannedFile, named: ReadonlyMap<string, string>): LibraryProblem | null {
  const { file, read, kind } = scanned;
  if (read.entry === null) {
    const { problem } = read;
    // Beside the entries' folders only what surely is one of ours is told of.
    if (kind === null && problem.kind === 'damaged') return null;
    return { file, kind: problem.kind, because: sentence(file, problem.because), entry: null };
  }
  const { entry } = read;
  const place = entryFile(entry.kind, entry.id);
  const name = named.get(place);
  if (name !== undefined) {
    return {
      file,
      kind: 'conflict',
      because: sentence(
        file,
        `is another version of “${name}” (${place}), as programs that sync folders leave it when two people changed it. Choose which one stays`,
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
function missingFiles(entry: Profile, kept: ReadonlySet<string>): LibraryProblem[] {
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
