import type { StateCreator } from 'zustand';
import { isAppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import { entryIdFrom, freeId } from '../../shared/profiles/entry-id';
import type { EntryKind, LibraryEntry, SaveOutcome, StoredEntry } from '../../shared/profiles/library-view';
import { asAppError } from '../api';
import {
  blankProfile,
  blankTemplate,
  copyOf,
  type Draft,
  type DraftKey,
  draftOf,
  isUnsaved,
  keyOf,
  newDraft,
  type OpenEntry,
  unsavedIn,
} from './draft';
import { changed, historyOf, redone, settled, undone } from './history';
import type { LibrarySlice } from './library-slice';

/** Where on the Profiles page the person is. */
export type Place =
  | { readonly kind: 'library' }
  | { readonly kind: 'editor'; readonly key: DraftKey }
  | { readonly kind: 'many-files' };

export interface EditorSlice {
  readonly place: Place;
  /** What is open, or was left with changes. */
  readonly entries: Readonly<Record<DraftKey, OpenEntry>>;
  readonly goTo: (place: Place) => void;
  readonly openEntry: (kind: EntryKind, id: string) => Promise<void>;
  /** `from`: a copy of it. */
  readonly newEntry: (kind: EntryKind, from?: LibraryEntry) => void;
  /** `at` names what is changed, so that a word typed is one step. */
  readonly change: (key: DraftKey, entry: LibraryEntry, at: string | null) => void;
  /** The person went on to something else: what they change there next is another step. */
  readonly endStep: (key: DraftKey) => void;
  readonly undo: (key: DraftKey) => void;
  readonly redo: (key: DraftKey) => void;
  readonly save: (key: DraftKey) => Promise<void>;
  /** Of two versions one goes on; taking theirs can be undone. */
  readonly decide: (key: DraftKey, whose: 'mine' | 'theirs') => void;
  readonly discard: (key: DraftKey) => void;
  /** Asks before the window takes what is not saved with it. One function for good: it is listened with once. */
  readonly onUnload: (event: Event) => void;
  /** What others changed in the folder, held against what is open here. */
  readonly compareWithLibrary: () => Promise<void>;
}

type Slices = EditorSlice & LibrarySlice;

/** What is being edited. It outlives its page: going away loses nothing. */
export const createEditorSlice =
  (api: Api): StateCreator<Slices, [], [], EditorSlice> =>
  (set, get) => {
    let made = 0;

    const openDraft = (key: DraftKey): Draft | null => {
      const entry = get().entries[key];
      return entry?.phase === 'open' ? entry : null;
    };
    const put = (key: DraftKey, entry: OpenEntry): void =>
      set(({ entries }) => ({ entries: { ...entries, [key]: entry } }));
    const alter = (key: DraftKey, change: (draft: Draft) => Draft): void => {
      const draft = openDraft(key);
      if (draft) put(key, { phase: 'open', ...change(draft) });
    };
    const forget = (key: DraftKey): void =>
      set(({ entries }) => ({
        entries: Object.fromEntries(Object.entries(entries).filter(([k]) => k !== key)),
      }));

    function isTaken(kind: EntryKind, id: string): boolean {
      const { library } = get();
      if (library.phase !== 'known') return false;
      return kind === 'template'
        ? library.view.templates.some(({ entry }) => entry.id === id)
        : library.view.profiles.some((row) => row.id === id);
    }

    /** A new entry gets its id from the name it is first saved by, and keeps it. */
    function toSave({ history: { now }, revision }: Draft): LibraryEntry {
      if (revision !== null) return now;
      const wanted = now.id === '' ? entryIdFrom(now.name) : now.id;
      return { ...now, id: freeId(wanted, (id) => isTaken(now.kind, id)) };
    }

    function take(key: DraftKey, sent: LibraryEntry, outcome: SaveOutcome): void {
      if (outcome.outcome === 'conflict') {
        alter(key, (draft) => ({ ...draft, saving: { phase: 'idle' }, outside: { theirs: outcome.theirs } }));
        return;
      }
      const { entry, revision } = outcome.stored;
      alter(key, (draft) => {
        const { now } = draft.history;
        // What was typed while it was being saved stays, under the id it has from now on.
        const isAsSent = JSON.stringify({ ...now, id: sent.id }) === JSON.stringify(sent);
        const next = isAsSent ? entry : { ...now, id: entry.id };
        return {
          ...draft,
          saved: entry,
          revision,
          history: { ...draft.history, now: next, at: null },
          saving: { phase: 'idle' },
          outside: null,
        };
      });
      const stored = openDraft(key);
      const known = keyOf(entry);
      if (!stored || known === key) return;
      forget(key);
      put(known, { phase: 'open', ...stored });
      const { place } = get();
      if (place.kind === 'editor' && place.key === key) set({ place: { kind: 'editor', key: known } });
    }

    /** Null where it is not there any more. */
    async function readAgain(kind: EntryKind, id: string): Promise<StoredEntry | null> {
      try {
        return await api.library.entry({ kind, id });
      } catch (error) {
        if (isAppError(error) && error.code === 'not-found') return null;
        throw error;
      }
    }

    async function compare(key: DraftKey): Promise<void> {
      const asked = openDraft(key);
      if (!asked || asked.revision === null || asked.saving.phase === 'saving') return;
      const theirs = await readAgain(asked.saved.kind, asked.saved.id).catch(() => undefined);
      const draft = openDraft(key);
      // Saved here meanwhile: the answer is about what was before.
      if (theirs === undefined || !draft || draft.revision !== asked.revision) return;
      if (draft.saving.phase === 'saving' || theirs?.revision === draft.revision) return;
      if (theirs && !isUnsaved(draft))
        put(key, { phase: 'open', ...draftOf(theirs), opening: draft.opening });
      else put(key, { phase: 'open', ...draft, outside: { theirs } });
    }

    return {
      place: { kind: 'library' },
      entries: {},

      goTo(place) {
        const { place: before, entries } = get();
        set({ place });
        if (before.kind !== 'editor') return;
        const left = entries[before.key];
        const isKept = left?.phase === 'open' && (isUnsaved(left) || left.saving.phase === 'saving');
        const isSame = place.kind === 'editor' && place.key === before.key;
        if (!isKept && !isSame) forget(before.key);
      },
      async openEntry(kind, id) {
        const key = keyOf({ kind, id });
        get().goTo({ kind: 'editor', key });
        if (openDraft(key)) return;
        const { library } = get();
        const template =
          kind === 'template' && library.phase === 'known'
            ? library.view.templates.find(({ entry }) => entry.id === id)
            : undefined;
        if (template) {
          put(key, { phase: 'open', ...draftOf(template) });
          return;
        }
        put(key, { phase: 'opening' });
        try {
          put(key, { phase: 'open', ...draftOf(await api.library.entry({ kind, id })) });
        } catch (error) {
          put(key, { phase: 'failed', error: asAppError(error) });
        }
      },
      newEntry(kind, from) {
        made += 1;
        const key = `new ${kind}/${made}`;
        const blank = kind === 'template' ? blankTemplate : blankProfile;
        const draft = newDraft(from ? copyOf(from) : blank);
        put(key, { phase: 'open', ...draft });
        get().goTo({ kind: 'editor', key });
      },
      change: (key, entry, at) =>
        alter(key, (draft) => ({ ...draft, history: changed(draft.history, entry, at) })),
      endStep(key) {
        if (openDraft(key)?.history.at != null)
          alter(key, (draft) => ({ ...draft, history: settled(draft.history) }));
      },
      undo: (key) => alter(key, (draft) => ({ ...draft, history: undone(draft.history) })),
      redo: (key) => alter(key, (draft) => ({ ...draft, history: redone(draft.history) })),

      async save(key) {
        const draft = openDraft(key);
        if (!draft || draft.saving.phase === 'saving') return;
        const entry = toSave(draft);
        put(key, { phase: 'open', ...draft, saving: { phase: 'saving' } });
        try {
          take(key, entry, await api.library.save({ entry, basedOn: draft.revision, isInsisting: false }));
          await get().readLibrary();
        } catch (error) {
          alter(key, (now) => ({ ...now, saving: { phase: 'failed', error: asAppError(error) } }));
        }
      },
      decide(key, whose) {
        alter(key, (draft) => {
          const theirs = draft.outside?.theirs ?? null;
          if (!theirs) return { ...draft, revision: null, outside: null };
          const based = { ...draft, saved: theirs.entry, revision: theirs.revision, outside: null };
          return whose === 'mine' ? based : { ...based, history: changed(draft.history, theirs.entry, null) };
        });
      },
      discard(key) {
        const draft = openDraft(key);
        if (!draft) return;
        if (draft.revision === null) {
          forget(key);
          get().goTo({ kind: 'library' });
          return;
        }
        put(key, { phase: 'open', ...draft, history: historyOf(draft.saved), saving: { phase: 'idle' } });
      },
      onUnload(event) {
        if (unsavedIn(get().entries).length > 0) event.preventDefault();
      },
      async compareWithLibrary() {
        await Promise.all(Object.keys(get().entries).map(compare));
      },
    };
  };
