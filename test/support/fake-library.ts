import { AppError } from '../../shared/errors/app-error';
import type {
  EntryKind,
  LibraryEntry,
  LibraryProblem,
  LibraryView,
  StoredEntry,
} from '../../shared/profiles/library-view';
import type { Profile } from '../../shared/profiles/profile';
import { profileRow } from '../../shared/profiles/profile-row';
import type { Template } from '../../shared/profiles/template';
import type { Answers } from './fake-main';

export interface FakeLibrary {
  readonly answers: Answers['library'];
  /** What somebody else does in the folder. Announcing it is the test's. */
  readonly changeOutside: (entry: LibraryEntry) => void;
  readonly removeOutside: (kind: EntryKind, id: string) => void;
  readonly entryOf: (kind: EntryKind, id: string) => LibraryEntry | undefined;
}

interface Contents {
  readonly templates?: readonly Template[];
  readonly profiles?: readonly Profile[];
  readonly problems?: readonly LibraryProblem[];
}

const folder = '/home/ada/OneDrive - Contoso/Helpdesk/entra-rdp library';

/** A library in memory that answers as main's does: by revision, refusing to write over what others saved. */
export function fakeLibrary({ templates = [], profiles = [], problems = [] }: Contents = {}): FakeLibrary {
  const stored = new Map<string, StoredEntry>();
  let open = [...problems];
  let saves = 0;
  const keyOf = (kind: EntryKind, id: string): string => `${kind}/${id}`;
  const put = (entry: LibraryEntry): StoredEntry => {
    saves += 1;
    const now = { entry, revision: String(saves) };
    stored.set(keyOf(entry.kind, entry.id), now);
    return now;
  };
  const find = (kind: EntryKind, id: string): StoredEntry => {
    const found = stored.get(keyOf(kind, id));
    if (!found) throw new AppError('not-found', `There is no ${kind} “${id}” in the library any more.`);
    return found;
  };
  for (const entry of [...templates, ...profiles]) put(entry);

  const view = (): LibraryView => ({
    folder,
    templates: [...stored.values()].flatMap(({ entry, revision }) =>
      entry.kind === 'template' ? [{ entry, revision }] : [],
    ),
    profiles: [...stored.values()].flatMap(({ entry }) =>
      entry.kind === 'profile' ? [profileRow(entry)] : [],
    ),
    problems: open,
  });

  return {
    changeOutside: put,
    removeOutside: (kind, id) => stored.delete(keyOf(kind, id)),
    entryOf: (kind, id) => stored.get(keyOf(kind, id))?.entry,
    answers: {
      read: async () => view(),
      chooseFolder: async () => null,
      entry: async ({ kind, id }) => find(kind, id),
      save: async ({ entry, basedOn, isInsisting }) => {
        const theirs = stored.get(keyOf(entry.kind, entry.id)) ?? null;
        if ((theirs?.revision ?? null) !== basedOn && !isInsisting) return { outcome: 'conflict', theirs };
        return { outcome: 'saved', stored: put(entry) };
      },
      remove: async ({ kind, id }) => {
        const removed = find(kind, id);
        stored.delete(keyOf(kind, id));
        return removed;
      },
      conflict: () => Promise.reject(new Error('This test has no answer for that.')),
      settle: async ({ problem }) => {
        open = open.filter(({ file }) => file !== problem.file);
        return view();
      },
      export: async () => ({ file: '/home/ada/library.zip' }),
      preview: () => Promise.reject(new Error('This test has no answer for that.')),
    },
  };
}
