import { Button, Spinner } from '@fluentui/react-components';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import type { LibraryEntry } from '../../../shared/profiles/library-view';
import { ErrorPanel } from '../../components/ErrorPanel';
import type { Draft, DraftKey } from '../../store/draft';
import { useProfiles, useProfilesStore } from '../../store/profiles-store';
import { useMediaQuery } from '../../theme';
import { compose } from './composed';
import { EditorBars } from './EditorBars';
import { EditorHeader } from './EditorHeader';
import styles from './EditorPage.module.css';
import { EditorContext } from './editor-context';
import { settingThatDiffers } from './entry-lines';
import { faultsOf, settingFault } from './faults';
import { OtherLines } from './OtherLines';
import { Overview } from './Overview';
import { type InSight, Preview } from './Preview';
import { SectionNav, type View } from './SectionNav';
import { SettingList } from './SettingList';
import { useEditorKeys } from './use-editor-keys';
import { useVmScope } from './use-vm-scope';
import { words } from './words';

interface EditorPageProps {
  readonly entryKey: DraftKey;
}

/** A template or a profile: whom it is for, every setting with where its value comes from, and the file it makes. */
export function EditorPage({ entryKey }: EditorPageProps): ReactElement {
  const entry = useProfiles((state) => state.entries[entryKey]);
  const goTo = useProfiles((state) => state.goTo);
  if (entry?.phase === 'open') return <OpenEditor key={entry.opening} entryKey={entryKey} draft={entry} />;
  return (
    <div className={styles.alone}>
      {entry?.phase === 'failed' ? (
        <ErrorPanel title={words.failed} error={entry.error}>
          <Button onClick={() => goTo({ kind: 'library' })}>{words.back}</Button>
        </ErrorPanel>
      ) : (
        <Spinner label={words.opening} />
      )}
    </div>
  );
}

interface OpenEditorProps {
  readonly entryKey: DraftKey;
  readonly draft: Draft;
}

function OpenEditor({ entryKey, draft }: OpenEditorProps): ReactElement {
  const store = useProfilesStore();
  const stored = useProfiles(({ library }) => (library.phase === 'known' ? library.view.templates : none));
  const templates = useMemo(() => stored.map(({ entry }) => entry), [stored]);
  const [view, setView] = useState<View>('overview');
  const [search, setSearch] = useState('');
  const searchField = useRef<HTMLInputElement>(null);
  const [isFileShown, setFileShown] = useState(false);
  const isWide = useMediaQuery('(min-width: 1080px)');
  const entry = draft.history.now;
  const [inSight, setInSight] = useState<InSight | null>(null);
  const change = useCallback(
    (next: typeof entry, at: string | null) => {
      const name = settingThatDiffers(nowIn(store, entryKey), next);
      store.getState().change(entryKey, next, at);
      if (name !== null) setInSight({ name });
    },
    [store, entryKey],
  );
  const step = useCallback(
    (way: 'undo' | 'redo') => {
      const before = nowIn(store, entryKey);
      store.getState()[way](entryKey);
      const name = settingThatDiffers(before, nowIn(store, entryKey));
      if (name !== null) setInSight({ name });
    },
    [store, entryKey],
  );
  const undo = useCallback(() => step('undo'), [step]);
  const redo = useCallback(() => step('redo'), [step]);
  const faults = useMemo(() => faultsOf(entry, draft.saved), [entry, draft.saved]);
  const vmId = entry.kind === 'profile' && faults['vmId'] === undefined ? entry.vmId : null;
  const vmScope = useVmScope(vmId, templates);
  const seen = vmScope.phase === 'known' ? vmScope.scope : null;
  const composed = useMemo(() => compose(entry, templates, seen), [entry, templates, seen]);
  const show = useCallback((next: View): void => {
    setView(next);
    setSearch('');
    setFileShown(false);
  }, []);
  const { save, wasRefused } = useSave(entryKey, faults, show, setSearch);
  const editor = useMemo(
    () => ({ entry, composed, vmScope: vmScope.phase, faults, wasRefused, change }),
    [entry, composed, vmScope.phase, faults, wasRefused, change],
  );
  const file = useMemo(
    () => (isWide ? null : { isShown: isFileShown, onToggle: () => setFileShown(!isFileShown) }),
    [isWide, isFileShown],
  );
  useEditorKeys({ save, undo, redo, searchField, search, clearSearch: () => setSearch('') });

  return (
    <EditorContext value={editor}>
      <div className={styles.page} onBlur={() => store.getState().endStep(entryKey)}>
        <EditorHeader
          entryKey={entryKey}
          draft={draft}
          onSave={save}
          onUndo={undo}
          onRedo={redo}
          file={file}
        />
        <EditorBars entryKey={entryKey} draft={draft} />
        <div className={styles.body}>
          <SectionNav
            view={search ? 'found' : view}
            onView={show}
            search={search}
            searchField={searchField}
            onSearch={(text) => {
              setSearch(text);
              setFileShown(false);
            }}
          />
          {(isWide || !isFileShown) && (
            <Main view={view} search={search} onClearSearch={() => setSearch('')} />
          )}
          {(isWide || isFileShown) && (
            <Preview entry={entry} composed={composed} inSight={inSight} onInSight={setInSight} />
          )}
        </div>
      </div>
    </EditorContext>
  );
}

const none: readonly [] = [];

function nowIn(store: ReturnType<typeof useProfilesStore>, key: DraftKey): LibraryEntry | null {
  const open = store.getState().entries[key];
  return open?.phase === 'open' ? open.history.now : null;
}

interface MainProps {
  readonly view: View;
  readonly search: string;
  readonly onClearSearch: () => void;
}

function Main({ view, search, onClearSearch }: MainProps): ReactElement {
  if (search) return <SettingList search={search} view="found" onClearSearch={onClearSearch} />;
  if (view === 'overview') return <Overview />;
  if (view === 'unknown') return <OtherLines />;
  return <SettingList search="" view={view} onClearSearch={onClearSearch} />;
}

/** What is filled in wrongly is not sent: the person is led to it. */
function useSave(
  entryKey: DraftKey,
  faults: Readonly<Partial<Record<string, string>>>,
  show: (view: View) => void,
  onSearch: (search: string) => void,
): { readonly save: () => void; readonly wasRefused: boolean } {
  const store = useProfilesStore();
  const [wasRefused, setRefused] = useState(false);
  const [fault] = Object.keys(faults);
  const isFaulty = fault !== undefined;
  const save = useCallback(() => {
    setRefused(isFaulty);
    if (isFaulty) {
      show('overview');
      // A setting is found in whatever section it stands.
      if (fault.startsWith(settingFault)) onSearch(fault.slice(settingFault.length));
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    } else void store.getState().save(entryKey);
  }, [store, entryKey, isFaulty, fault, show, onSearch]);
  return { save, wasRefused: wasRefused && isFaulty };
}
