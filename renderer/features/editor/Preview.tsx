import { memo, type ReactElement, useDeferredValue, useMemo, useState } from 'react';
import { leftOutText } from '../../../shared/profiles/layer-texts';
import type { LibraryEntry } from '../../../shared/profiles/library-view';
import { ErrorPanel } from '../../components/ErrorPanel';
import { Findings } from '../../components/rdp-view/Findings';
import { OpeningDialog } from '../../components/rdp-view/OpeningDialog';
import { RawText } from '../../components/rdp-view/RawText';
import type { Composed } from './composed';
import { useEditor } from './editor-context';
import styles from './Preview.module.css';
import { type FilePreview, previewOf } from './preview';
import { SignedFile } from './SignedFile';
import { words } from './words';

const plainTabs = ['file', 'findings', 'dialog'] as const;
const tabsWithSigned = ['signed', ...plainTabs] as const;
type Tab = (typeof tabsWithSigned)[number];

/** The line that is to be seen: of the setting changed last, or one that was asked for. */
export type InSight = { readonly name: string } | { readonly line: number };

interface PreviewProps {
  readonly entry: LibraryEntry;
  readonly composed: Composed;
  readonly inSight: InSight | null;
  readonly onInSight: (inSight: InSight) => void;
}

/** The file as it would be written: its text, what speaks against it, and what Windows will ask. */
export const Preview = memo(function Preview(props: PreviewProps): ReactElement {
  const { entry, composed, inSight, onInSight } = props;
  // A key typed is drawn first, and what follows from it after.
  const shown = useDeferredValue(useMemo(() => ({ entry, composed }), [entry, composed]));
  const preview = useMemo(() => previewOf(shown.entry, shown.composed), [shown]);
  const kept = entry.kind === 'profile' ? entry.files : [];
  const tabs = kept.length > 0 ? tabsWithSigned : plainTabs;
  const [chosen, setTab] = useState<Tab | null>(null);
  const tab = chosen ?? tabs[0];
  const mark = useMemo(() => markOf(inSight, preview), [inSight, preview]);
  const showLine = (line: number): void => {
    setTab('file');
    onInSight({ line });
  };
  const counts = preview.problem
    ? { findings: 0, dialog: 0 }
    : { findings: preview.file.findingCount, dialog: preview.file.dialog.boxes.length };
  return (
    <section className={styles.preview} aria-label={words.file}>
      <h2 className="visually-hidden">{words.file}</h2>
      <div className={styles.tabs} role="tablist" aria-label={words.file}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`preview-${each}`}
            aria-selected={tab === each}
            aria-controls="preview-panel"
            tabIndex={tab === each ? 0 : -1}
            onClick={() => setTab(each)}
            onKeyDown={({ key, currentTarget }) => {
              const next = neighbour(tabs, tab, key);
              if (!next) return;
              setTab(next);
              currentTarget.parentElement?.querySelector<HTMLElement>(`#preview-${next}`)?.focus();
            }}
          >
            {words[each]}
            {(each === 'findings' || each === 'dialog') && counts[each] > 0 && (
              <span className={styles.count}>{counts[each]}</span>
            )}
          </button>
        ))}
      </div>
      <div
        id="preview-panel"
        className={styles.panel}
        role="tabpanel"
        aria-labelledby={`preview-${tab}`}
        tabIndex={tab === 'file' || tab === 'signed' ? undefined : 0}
      >
        {tab === 'signed' ? (
          <SignedFile id={entry.id} files={kept} />
        ) : preview.problem ? (
          <ErrorPanel title={words.noFile} error={preview.problem} />
        ) : (
          <>
            {tab === 'file' && <RawText {...preview.file} mark={mark} changed={preview.changed} />}
            {tab === 'findings' && <Findings {...preview.file} onShowLine={showLine} />}
            {tab === 'dialog' && (
              <OpeningDialog view={{ ...preview.file, verification: null }} onShowLine={showLine} />
            )}
          </>
        )}
      </div>
      {tab !== 'signed' && <Notes composed={shown.composed} />}
    </section>
  );
});

/** What is not to be seen in the text itself. */
function Notes({ composed }: Pick<PreviewProps, 'composed'>): ReactElement {
  const { vmScope } = useEditor();
  const isAnybodys = composed.byName.get('full address')?.value.startsWith('THE-VM') ?? false;
  const notes = [
    words.changedHere,
    ...(isAnybodys ? [words.anyVm] : []),
    ...(vmScope === 'known' ? [words.tagsSeen] : []),
    ...composed.leftOut.map(leftOutText),
  ];
  return <p className={styles.notes}>{notes.join(' ')}</p>;
}

function markOf(inSight: InSight | null, preview: FilePreview): { readonly line: number } | null {
  if (!inSight || preview.problem) return null;
  const line = 'line' in inSight ? inSight.line : preview.lineOf(inSight.name);
  return line === undefined ? null : { line };
}

function neighbour(tabs: readonly Tab[], tab: Tab, key: string): Tab | undefined {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  return step === undefined ? undefined : tabs.at((tabs.indexOf(tab) + step) % tabs.length);
}
