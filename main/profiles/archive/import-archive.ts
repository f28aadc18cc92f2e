import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error';
import type { ImportReport } from '../../../shared/profiles/library-view';
import { type Merged, mergeEntries } from '../../../shared/profiles/merge-entries';
import type { Profile } from '../../../shared/profiles/profile';
import type { Template } from '../../../shared/profiles/template';
import { entryInBytes } from '../entry-bytes';
import { entryFile, folderOf, keptFolder, markerFile } from '../layout';
import type { Library, Saved, Stored } from '../library';
import { newerMarker } from '../marker';
import { type Archive, readArchive } from './read-archive';

interface Request {
  readonly library: Library;
  /** The zip. */
  readonly path: string;
  readonly isPlan?: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (saved: number, total: number) => void;
}

type LeftOut = ImportReport['leftOut'][number];

/**
 * Takes the zip of a library into another one. Nothing that is there is changed: an entry whose id is taken by
 * another one is added under a free id.
 *
 * @throws AppError as `readArchive` and `Library.add` do; `cancelled`.
 */
export async function importArchive({
  library,
  path,
  isPlan = false,
  signal,
  onProgress,
}: Request): Promise<ImportReport> {
  const archive = await readArchive(path, signal);
  const newer = newerMarker(archive.files.get(markerFile));
  if (newer !== null) {
    throw new AppError(
      'unreadable',
      `${path} was not imported: it is of a newer Entra RDP (version ${newer}). Update this one to use it. Nothing was changed.`,
    );
  }
  const { templates, profiles, leftOut } = entriesIn(archive, path);
  const present = await library.contents();
  const reserved = new Set(present.problems.map(({ file }) => basename(file).replace(/\.json$/i, '')));
  const merged = mergeEntries(
    { templates, profiles },
    {
      templates: present.templates.map(({ entry }) => entry),
      profiles: present.profiles.map(({ entry }) => entry),
    },
    (id) => reserved.has(id),
  );
  const lost = isPlan ? [] : await addAll(library, archive, path, merged, signal, onProgress);
  const isLost = ({ entry }: Merged<Template | Profile>) =>
    lost.some(({ what }) => what === entryFile(entry.kind, entry.id));
  const told = (list: readonly Merged<Template | Profile>[]) =>
    list
      .filter((one) => !isLost(one))
      .map(({ entry, from, isThere }) => ({
        id: entry.id,
        name: entry.name,
        place: `${path} › ${entryFile(entry.kind, from)}`,
        change: isThere ? ('same' as const) : ('new' as const),
      }));
  return {
    templates: told(merged.templates),
    profiles: told(merged.profiles),
    leftOut: [
      ...leftOut,
      ...archive.leftOut.map(({ name, because }) => ({ place: path, what: name, because })),
      ...lost,
    ],
  };
}

function entriesIn({ files }: Archive, path: string) {
  const templates: Template[] = [];
  const profiles: Profile[] = [];
  const leftOut: LeftOut[] = [];
  for (const [name, bytes] of files) {
    const kind = name.startsWith(`${folderOf.template}/`) ? 'template' : 'profile';
    if (!name.startsWith(`${folderOf[kind]}/`)) continue;
    const { entry, problem } = entryInBytes(bytes, { kind, id: basename(name, '.json') });
    const because = problem
      ? `It ${problem.because}.`
      : name === entryFile(entry.kind, entry.id)
        ? null
        : `Its id is ${entry.id}, so it belongs in ${entryFile(entry.kind, entry.id)}.`;
    if (because !== null) leftOut.push({ place: path, what: name, because });
    else if (entry?.kind === 'template') templates.push(entry);
    else if (entry) profiles.push(entry);
  }
  return { templates, profiles, leftOut };
}

async function addAll(
  library: Library,
  archive: Archive,
  path: string,
  merged: ReturnType<typeof mergeEntries>,
  signal: AbortSignal,
  onProgress: Request['onProgress'],
): Promise<LeftOut[]> {
  const isNew = ({ isThere }: Merged<Template | Profile>) => !isThere;
  const templates = merged.templates.filter(isNew).map(({ entry }) => entry);
  const profiles = merged.profiles.filter(isNew).map(({ entry }) => entry);
  const plain = [...templates, ...profiles.filter(({ files }) => files.length === 0)];
  const withFiles = profiles.filter(({ files }) => files.length > 0);
  const total = plain.length + withFiles.length;
  const leftOut: LeftOut[] = [];

  const added = await library.add(plain, { signal, onProgress: (done) => onProgress?.(done, total) });
  for (const [index, { outcome }] of added.entries()) {
    const entry = plain[index];
    if (outcome === 'conflict' && entry) leftOut.push(taken(path, entryFile(entry.kind, entry.id)));
  }
  for (const [index, profile] of withFiles.entries()) {
    if (signal.aborted) {
      const done = `${plain.length + index} of ${total} entries were imported before`;
      throw new AppError(
        'cancelled',
        `The import was cancelled. ${done}. Importing the same again goes on from there.`,
      );
    }
    leftOut.push(...(await addWithFiles(library, archive, path, profile)));
    onProgress?.(plain.length + index + 1, total);
  }
  return leftOut;
}

async function addWithFiles(
  library: Library,
  { files }: Archive,
  path: string,
  profile: Profile,
): Promise<LeftOut[]> {
  const there = profile.files.filter(({ file }) => files.has(`${keptFolder}/${file}`));
  const missing = profile.files
    .filter((kept) => !there.includes(kept))
    .map(({ file }) => ({
      place: path,
      what: `${keptFolder}/${file}`,
      because: `The profile “${profile.name}” keeps it, and it is not in the zip.`,
    }));
  const bare = { ...profile, files: [] };
  let saved: Saved = await library.save(bare, { basedOn: null });
  for (const { route, file } of there) {
    const stored: Stored | null = saved.outcome === 'saved' ? saved.stored : null;
    const bytes = files.get(`${keptFolder}/${file}`);
    if (stored?.entry.kind !== 'profile' || !bytes) break;
    saved = await library.keepFile(stored.entry, route, bytes, { basedOn: stored.revision });
  }
  return saved.outcome === 'saved' ? missing : [...missing, taken(path, entryFile('profile', profile.id))];
}

function taken(path: string, what: string): LeftOut {
  return {
    place: path,
    what,
    because: 'Somebody else saved an entry of that id at the same moment. Import the same again.',
  };
}
