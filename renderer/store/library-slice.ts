import type { StateCreator } from 'zustand';
import { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import type {
  EntryKind,
  LibraryEntry,
  LibraryProblem,
  LibraryView,
} from '../../shared/profiles/library-view';
import { asAppError } from '../api';
import {
  filterProfiles,
  type IndexedProfile,
  indexProfiles,
  type ProfileSort,
  sortProfiles,
} from './profile-index';

export type LibraryState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'known'; readonly view: LibraryView; readonly profiles: readonly IndexedProfile[] }
  | { readonly phase: 'failed'; readonly error: AppError };

/** What just happened, for a while at the foot of the page. */
export type Notice =
  /** With why it could not be put back, where that was tried. */
  | { readonly kind: 'removed'; readonly entry: LibraryEntry; readonly error: AppError | null }
  | { readonly kind: 'exported'; readonly file: string }
  | { readonly kind: 'saved-again'; readonly name: string }
  | { readonly kind: 'failed'; readonly what: string; readonly error: AppError };

export interface LibrarySlice {
  readonly library: LibraryState;
  /** Something is asked of main that a person waits for. */
  readonly isWorking: boolean;
  readonly profileFilter: string;
  readonly profileSort: ProfileSort;
  /** The row the keyboard is on. */
  readonly activeProfile: string | null;
  readonly notice: Notice | null;
  readonly readLibrary: () => Promise<void>;
  readonly chooseLibraryFolder: () => Promise<void>;
  readonly setProfileFilter: (filter: string) => void;
  readonly setProfileSort: (sort: ProfileSort) => void;
  readonly setActiveProfile: (id: string | null) => void;
  /** `isInsisting`: also a template that others name. */
  readonly removeEntry: (kind: EntryKind, id: string, isInsisting?: boolean) => Promise<boolean>;
  readonly undoRemove: () => Promise<void>;
  readonly settleProblem: (problem: LibraryProblem, keep: 'entry' | 'copy') => Promise<void>;
  readonly exportLibrary: () => Promise<void>;
  readonly dismissNotice: () => void;
}

/** Mirrors main's library, and rereads it quietly whenever main says that somebody changed it. */
export const createLibrarySlice =
  (api: Api): StateCreator<LibrarySlice> =>
  (set, get) => {
    let lastRead = 0;

    function know(view: LibraryView): void {
      const rows = indexProfiles(
        view.profiles,
        view.templates.map(({ entry }) => entry),
      );
      set({ library: { phase: 'known', view, profiles: sortProfiles(rows, get().profileSort) } });
    }

    /** One wish of the person's: what fails is told, and what is on the page stays. */
    async function work<Answer>(what: string, ask: () => Promise<Answer>): Promise<Answer | null> {
      set({ isWorking: true });
      try {
        return await ask();
      } catch (error) {
        set({ notice: { kind: 'failed', what, error: asAppError(error) } });
        return null;
      } finally {
        set({ isWorking: false });
      }
    }

    api.library.onChanged(() => void get().readLibrary());

    return {
      library: { phase: 'loading' },
      isWorking: false,
      profileFilter: '',
      profileSort: 'name',
      activeProfile: null,
      notice: null,

      async readLibrary() {
        const read = ++lastRead;
        if (get().library.phase === 'failed') set({ library: { phase: 'loading' } });
        try {
          const view = await api.library.read();
          if (read === lastRead) know(view);
        } catch (error) {
          if (read === lastRead) set({ library: { phase: 'failed', error: asAppError(error) } });
        }
      },
      async chooseLibraryFolder() {
        const view = await work('choose-folder', () => api.library.chooseFolder());
        if (!view) return;
        lastRead += 1;
        know(view);
        set({ activeProfile: null, profileFilter: '' });
      },
      setProfileFilter: (profileFilter) => set({ profileFilter }),
      setProfileSort(profileSort) {
        const { library } = get();
        set({ profileSort });
        if (library.phase === 'known')
          set({ library: { ...library, profiles: sortProfiles(library.profiles, profileSort) } });
      },
      setActiveProfile: (activeProfile) => set({ activeProfile }),

      async removeEntry(kind, id, isInsisting = false) {
        const removed = await work('remove', async () => {
          const { revision } = await api.library.entry({ kind, id });
          return api.library.remove({ kind, id, basedOn: revision, isInsisting });
        });
        if (!removed) return false;
        set({ notice: { kind: 'removed', entry: removed.entry, error: null } });
        await get().readLibrary();
        return true;
      },
      async undoRemove() {
        const { notice } = get();
        if (notice?.kind !== 'removed') return;
        const { entry } = notice;
        set({ notice: null });
        try {
          const { outcome } = await api.library.save({ entry, basedOn: null, isInsisting: false });
          if (outcome === 'conflict') throw takenMeanwhile(entry);
          set({ notice: { kind: 'saved-again', name: entry.name } });
        } catch (error) {
          // Still here to be tried again.
          set({ notice: { kind: 'removed', entry, error: asAppError(error) } });
        }
        await get().readLibrary();
      },
      async settleProblem(problem, keep) {
        const view = await work('settle', () => api.library.settle({ problem, keep }));
        if (view) know(view);
      },
      async exportLibrary() {
        const exported = await work('export', () => api.library.export());
        if (exported) set({ notice: { kind: 'exported', file: exported.file } });
      },
      dismissNotice: () => set({ notice: null }),
    };
  };

function takenMeanwhile({ name }: LibraryEntry): AppError {
  return new AppError(
    'conflict',
    `“${name}” was not put back: somebody else saved an entry in its place meanwhile.`,
  );
}

/** The rows of the list. Remembers its last answer: a picture that changes nothing of it costs nothing. */
export const visibleProfiles = (() => {
  let of: readonly unknown[] = [];
  let visible: readonly IndexedProfile[] = [];
  return ({ library, profileFilter }: LibrarySlice): readonly IndexedProfile[] => {
    const rows = library.phase === 'known' ? library.profiles : none;
    if (of[0] !== rows || of[1] !== profileFilter) {
      of = [rows, profileFilter];
      visible = filterProfiles(rows, profileFilter);
    }
    return visible;
  };
})();

const none: readonly IndexedProfile[] = [];

/** What the entries are called that name a template, and cannot be used without it. */
export function namedBy(
  { library }: LibrarySlice,
  id: string,
): { readonly templates: string[]; readonly profiles: string[] } {
  if (library.phase !== 'known') return { templates: [], profiles: [] };
  const { templates, profiles } = library.view;
  return {
    templates: templates.filter(({ entry }) => entry.inherits === id).map(({ entry }) => entry.name),
    profiles: profiles.filter(({ template }) => template === id).map(({ name }) => name),
  };
}
