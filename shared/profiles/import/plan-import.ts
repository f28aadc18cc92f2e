import type { z } from 'zod';
import { entryIdFrom, freeId } from '../entry-id';
import type { EntryKind, ImportChange, ImportReport, LibraryEntry } from '../library-view';
import { Profile } from '../profile';
import { Template } from '../template';
import { digestible } from './digestible';
import type { Imported, ImportedProfile, ImportedTemplate, LeftOut } from './imported';

/** An entry to be saved. The order is that of saving: nothing refers to what comes later. */
export interface ImportStep {
  readonly entry: LibraryEntry;
  /** The revision it takes the place of; null for a new entry. */
  readonly basedOn: string | null;
  readonly place: string;
  readonly file: ImportedProfile['file'];
}

export interface ImportPlan {
  readonly steps: readonly ImportStep[];
  /** As it will be once every step is done. */
  readonly report: ImportReport;
}

interface StoredEntry<Entry> {
  readonly entry: Entry;
  readonly revision: string;
}

/** What is in the library before. */
export interface ImportedBefore {
  readonly templates: readonly StoredEntry<Template>[];
  readonly profiles: readonly StoredEntry<Profile>[];
  /** Ids of files that cannot be used: nothing is written in their place. */
  readonly unusableIds: readonly string[];
}

export type Digest = (content: string | Uint8Array) => string;

/**
 * Decides what becomes of everything that was read, before anything is saved. What came from the same place of the
 * same file before takes its old place, unless a person changed it here and the file changed, too: then it stands
 * beside. A file of the same name elsewhere is another one; what it says alike is there already.
 */
export function planImport(imports: readonly Imported[], before: ImportedBefore, digest: Digest): ImportPlan {
  const planning = new Planning(before, digest);
  for (const one of imports) planning.add(one);
  return planning.plan();
}

class Planning {
  readonly #steps: ImportStep[] = [];
  readonly #report: ImportReport = { profiles: [], templates: [], leftOut: [] };
  readonly #digest: Digest;
  readonly #templates: Known<Template>;
  readonly #profiles: Known<Profile>;

  constructor({ templates, profiles, unusableIds }: ImportedBefore, digest: Digest) {
    this.#digest = digest;
    this.#templates = new Known('template', templates, unusableIds);
    this.#profiles = new Known('profile', profiles, unusableIds);
  }

  plan(): ImportPlan {
    return { steps: this.#steps, report: this.#report };
  }

  add({ program, origin, templates, profiles, leftOut }: Imported): void {
    this.#report.leftOut.push(...leftOut);
    const from = { program, origin: this.#digest(origin) };
    const idOf = new Map<string, string>();
    const idAt = (place: string | null) => (place === null ? null : (idOf.get(place) ?? null));
    for (const template of templates) {
      const id = this.#take(this.#templates, from, template, null, (found) => ({
        ...templateOf(template, idAt(template.inherits)),
        ...found,
      }));
      if (id !== null) idOf.set(template.place, id);
    }
    for (const profile of profiles) {
      this.#take(this.#profiles, from, profile, profile.file, (found) => ({
        ...profileOf(profile, idAt(profile.template)),
        ...found,
      }));
    }
  }

  /** The id it has in the library, whether it is saved or there already; null where it cannot be there. */
  #take<Entry extends Template | Profile>(
    known: Known<Entry>,
    from: { readonly program: Imported['program']; readonly origin: string },
    { place, name, kept }: ImportedTemplate | ImportedProfile,
    file: ImportedProfile['file'],
    make: (found: object) => object,
  ): string | null {
    const importedFrom = {
      ...from,
      place,
      kept,
      digest: this.#digest(digestible(make({ importedFrom: { kept } }))),
      ...(file && { fileDigest: this.#digest(file.bytes) }),
    };
    const earlier = known.cameFrom(from.program, place);
    const isOfOrigin = ({ entry }: StoredEntry<Entry>) => entry.importedFrom?.origin === from.origin;
    const ofOrigin = earlier.filter(isOfOrigin);
    const same = [...ofOrigin, ...earlier].find(({ entry }) => isOfSameSource(entry, importedFrom));
    if (same) {
      known.use(same.entry.id);
      return this.#reported(known.kind, same.entry.id, same.entry.name, place, 'same');
    }
    const untouched = ofOrigin.find(({ entry }) => this.#isUntouched(entry));
    if (!untouched && ofOrigin[0]) this.#report.leftOut.push(changedHere(ofOrigin[0].entry, place));
    const id = untouched?.entry.id ?? known.freeId(name);
    const { success, data, error } = known.schema.safeParse({
      ...untouched?.entry,
      ...(untouched && !file && withoutOldFile(untouched.entry)),
      ...make({ importedFrom }),
      id,
    });
    if (!success) {
      this.#report.leftOut.push({
        place,
        what: `all of “${name}”`,
        because: `It is no ${known.kind}: ${firstOf(error)}`,
      });
      return null;
    }
    known.use(id);
    this.#steps.push({ entry: data, basedOn: untouched?.revision ?? null, place, file });
    return this.#reported(known.kind, id, name, place, untouched ? 'updated' : 'new');
  }

  #reported(kind: EntryKind, id: string, name: string, place: string, change: ImportChange): string {
    const rows = kind === 'template' ? this.#report.templates : this.#report.profiles;
    rows.push({ id, name, place, change });
    return id;
  }

  #isUntouched(entry: Template | Profile): boolean {
    return entry.importedFrom?.digest === this.#digest(digestible(entry));
  }
}

/** The entries of one kind: where they came from, and which ids are taken. */
class Known<Entry extends Template | Profile> {
  readonly schema: typeof Template | typeof Profile;
  readonly #taken: Set<string>;
  readonly #used = new Set<string>();
  readonly #byPlace: ReadonlyMap<string, readonly StoredEntry<Entry>[]>;

  constructor(
    readonly kind: EntryKind,
    stored: readonly StoredEntry<Entry>[],
    unusableIds: readonly string[],
  ) {
    this.schema = kind === 'template' ? Template : Profile;
    this.#taken = new Set([...stored.map(({ entry }) => entry.id), ...unusableIds]);
    const byPlace = new Map<string, StoredEntry<Entry>[]>();
    for (const one of stored) {
      const from = one.entry.importedFrom;
      if (!from) continue;
      const key = keyOf(from.program, from.place);
      byPlace.set(key, [...(byPlace.get(key) ?? []), one]);
    }
    this.#byPlace = byPlace;
  }

  cameFrom(program: string, place: string): readonly StoredEntry<Entry>[] {
    const found = this.#byPlace.get(keyOf(program, place)) ?? [];
    return found.filter(({ entry }) => !this.#used.has(entry.id));
  }

  freeId(name: string): string {
    return freeId(entryIdFrom(name), (id) => this.#taken.has(id));
  }

  /** No other entry of this import takes its place, nor its id. */
  use(id: string): void {
    this.#taken.add(id);
    this.#used.add(id);
  }
}

function keyOf(program: string, place: string): string {
  return `${program}\n${place}`;
}

function templateOf({ name, notes, settings }: ImportedTemplate, inherits: string | null): object {
  return {
    version: 1,
    kind: 'template',
    name,
    notes,
    appliesTo: { level: 'named' },
    inherits,
    route: null,
    settings,
  };
}

function profileOf(imported: ImportedProfile, template: string | null): object {
  const { place: _place, kept: _kept, file: _file, ...content } = imported;
  return { version: 1, kind: 'profile', ...content, template };
}

function isOfSameSource(
  { importedFrom, ...entry }: Template | Profile,
  now: { readonly digest: string; readonly fileDigest?: string },
): boolean {
  const isSame = importedFrom?.digest === now.digest && importedFrom.fileDigest === now.fileDigest;
  // Whoever removed the kept file here, and imports again, wants it back.
  const hasFile = now.fileDigest === undefined || ('files' in entry && hasAny(entry.files));
  return isSame && hasFile;
}

/** A signed file that is signed no more at its place must not be used any longer. */
function withoutOldFile(entry: Template | Profile): object {
  if (entry.kind !== 'profile' || entry.importedFrom?.fileDigest === undefined) return {};
  const { files, route } = entry;
  return { files: files.filter((file) => file.route !== route) };
}

function hasAny(files: unknown): boolean {
  return Array.isArray(files) && files.length > 0;
}

function changedHere({ id, name }: Template | Profile, place: string): LeftOut {
  return {
    place,
    what: `the change to “${name}” (${id})`,
    because:
      'It was changed here since it was imported, and stays as it is; what was imported now stands beside it.',
  };
}

function firstOf({ issues }: z.ZodError): string {
  const [first] = issues;
  return first ? `${first.path.join('.')}: ${first.message}` : 'it does not fit.';
}
