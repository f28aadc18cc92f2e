import { freeId } from './entry-id';
import { entryText } from './entry-text';
import type { LibraryEntry } from './library-view';
import type { Profile } from './profile';
import type { Template } from './template';

export interface Entries {
  readonly templates: readonly Template[];
  readonly profiles: readonly Profile[];
}

/** An entry as it is to be added, or as it is there already. */
export interface Merged<Entry extends LibraryEntry> {
  readonly entry: Entry;
  /** The id it had where it came from. */
  readonly from: string;
  readonly isThere: boolean;
}

/**
 * How entries of another library come into this one. What is the same is left alone; what has the id of
 * another entry gets a free one, and those that name it follow.
 *
 * @param isReserved ids of files that cannot be used, and are still not written over.
 */
export function mergeEntries(
  incoming: Entries,
  present: Entries,
  isReserved: (id: string) => boolean,
): { readonly templates: readonly Merged<Template>[]; readonly profiles: readonly Merged<Profile>[] } {
  const renamed = templateIds(incoming.templates, present.templates, isReserved);
  const idOf = (id: string | null) => (id === null ? null : (renamed.get(id) ?? id));
  const templates = incoming.templates.map((template) => ({
    ...template,
    id: renamed.get(template.id) ?? template.id,
    inherits: idOf(template.inherits),
  }));
  const profiles = incoming.profiles.map((profile) => ({ ...profile, template: idOf(profile.template) }));
  const ids = freeIds(profiles, present.profiles, isReserved);
  const there = new Set([...present.templates, ...present.profiles].map(entryText));
  return {
    templates: templates.map((entry, index) => ({
      entry,
      from: incoming.templates[index]?.id ?? entry.id,
      isThere: there.has(entryText(entry)),
    })),
    profiles: profiles.map((profile) => {
      const entry = { ...profile, id: ids.get(profile.id) ?? profile.id };
      return { entry, from: profile.id, isThere: there.has(entryText(entry)) };
    }),
  };
}

// A template that names one which is renamed is another one itself, and so on up.
function templateIds(
  incoming: readonly Template[],
  present: readonly Template[],
  isReserved: (id: string) => boolean,
): ReadonlyMap<string, string> {
  let renamed: ReadonlyMap<string, string> = new Map();
  for (;;) {
    const following = incoming.map((template) => ({
      ...template,
      inherits: template.inherits === null ? null : (renamed.get(template.inherits) ?? template.inherits),
    }));
    const next = freeIds(following, present, isReserved);
    if (next.size === renamed.size) return next;
    renamed = next;
  }
}

/** The ids that have to change, and what they become: one whose content is there under a later id is that one. */
function freeIds<Entry extends LibraryEntry>(
  incoming: readonly Entry[],
  present: readonly Entry[],
  isReserved: (id: string) => boolean,
): ReadonlyMap<string, string> {
  const byId = new Map(present.map((entry) => [entry.id, entry]));
  const taken = new Set([...byId.keys(), ...incoming.map(({ id }) => id)]);
  const renamed = new Map<string, string>();
  for (const entry of incoming) {
    const isHere = (id: string) => {
      const there = byId.get(id);
      return there !== undefined && entryText(there) === entryText({ ...entry, id });
    };
    if (isHere(entry.id) || (!byId.has(entry.id) && !isReserved(entry.id))) continue;
    const id = freeId(entry.id, (one) => !isHere(one) && (taken.has(one) || isReserved(one)));
    taken.add(id);
    renamed.set(entry.id, id);
  }
  return renamed;
}
