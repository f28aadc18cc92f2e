import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  MoreHorizontal20Regular,
  Save20Regular,
} from '@fluentui/react-icons';
import { memo, type ReactElement, useEffect, useRef, useState } from 'react';
import { type Draft, type DraftKey, isUnsaved } from '../../store/draft';
import { namedBy } from '../../store/library-slice';
import { useProfiles, useProfilesStore } from '../../store/profiles-store';
import styles from './EditorHeader.module.css';
import { useEditor } from './editor-context';
import { LossDialog } from './LossDialog';
import { RemoveDialog } from './RemoveDialog';
import { words } from './words';

interface EditorHeaderProps {
  readonly entryKey: DraftKey;
  readonly draft: Draft;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Where there is no room for the file beside the settings. */
  readonly file: { readonly isShown: boolean; readonly onToggle: () => void } | null;
}

/** What is edited, whether it is saved, and the way back and forth through what was changed. */
export const EditorHeader = memo(function EditorHeader(props: EditorHeaderProps): ReactElement {
  const { entryKey, draft, onSave, onUndo, onRedo, file } = props;
  const { entry } = useEditor();
  const goTo = useProfiles((state) => state.goTo);
  const isSaving = draft.saving.phase === 'saving';
  return (
    <header className={styles.header}>
      <Button
        appearance="subtle"
        icon={<ArrowLeft20Regular />}
        aria-label={words.back}
        title={`${words.back} (Esc)`}
        onClick={() => goTo({ kind: 'library' })}
      />
      <NameField isNew={draft.revision === null} />
      <p className={styles.state} role="status" data-unsaved={isUnsaved(draft)}>
        {words[entry.kind]} · {isSaving ? words.saving : isUnsaved(draft) ? words.unsaved : words.saved}
      </p>
      <div className={styles.deeds}>
        {file && (
          <Button size="small" appearance="subtle" aria-pressed={file.isShown} onClick={file.onToggle}>
            {file.isShown ? words.hideFile : words.showFile}
          </Button>
        )}
        <Button
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          aria-label={words.undo}
          title={words.undo}
          disabled={draft.history.past.length === 0}
          onClick={onUndo}
        />
        <Button
          appearance="subtle"
          icon={<ArrowRedo20Regular />}
          aria-label={words.redo}
          title={words.redo}
          disabled={draft.history.future.length === 0}
          onClick={onRedo}
        />
        <Button
          appearance="primary"
          icon={<Save20Regular />}
          title="Ctrl+S"
          disabled={isSaving || !isUnsaved(draft)}
          disabledFocusable={isSaving}
          onClick={onSave}
        >
          {words.save}
        </Button>
        <MoreMenu entryKey={entryKey} draft={draft} />
      </div>
    </header>
  );
});

function NameField({ isNew }: { readonly isNew: boolean }): ReactElement {
  const { entry, faults, wasRefused, change } = useEditor();
  const field = useRef<HTMLInputElement>(null);
  // A new entry begins with its name.
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  return (
    <h1 className={styles.title}>
      <input
        ref={field}
        className={styles.name}
        aria-label={words.name}
        aria-invalid={faults['name'] !== undefined && (!isNew || wasRefused)}
        placeholder={entry.kind === 'template' ? words.newTemplate : words.newProfile}
        title={faults['name'] ?? entry.name}
        maxLength={200}
        value={entry.name}
        spellCheck={false}
        onChange={({ target }) => change({ ...entry, name: target.value }, 'name')}
      />
    </h1>
  );
}

function MoreMenu({ entryKey, draft }: Pick<EditorHeaderProps, 'entryKey' | 'draft'>): ReactElement {
  const newEntry = useProfiles((state) => state.newEntry);
  const removeEntry = useProfiles((state) => state.removeEntry);
  const goTo = useProfiles((state) => state.goTo);
  const discard = useProfiles((state) => state.discard);
  const store = useProfilesStore();
  const [asking, setAsking] = useState<'discard' | ReturnType<typeof namedBy> | null>(null);
  const { now } = draft.history;
  const { kind, id } = draft.saved;

  async function remove(isInsisting: boolean): Promise<void> {
    setAsking(null);
    if (!(await removeEntry(kind, id, isInsisting))) return;
    discard(entryKey);
    goTo({ kind: 'library' });
  }

  function askToRemove(): void {
    const named = kind === 'template' ? namedBy(store.getState(), id) : null;
    if (named && named.templates.length + named.profiles.length > 0) setAsking(named);
    else void remove(false);
  }

  return (
    <>
      <Menu inline positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" aria-label={words.more} icon={<MoreHorizontal20Regular />} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => newEntry(now.kind, now)}>{words.duplicate}</MenuItem>
            <MenuItem disabled={!isUnsaved(draft)} onClick={() => setAsking('discard')}>
              {words.discard}
            </MenuItem>
            <MenuItem disabled={draft.revision === null} onClick={askToRemove}>
              {words.remove}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking !== null && asking !== 'discard' && (
        <RemoveDialog
          name={draft.saved.name}
          {...asking}
          onKeep={() => setAsking(null)}
          onRemove={() => void remove(true)}
        />
      )}
      {asking === 'discard' && (
        <LossDialog
          title={words.discardTitle}
          keepLabel={words.keepEditing}
          loseLabel={words.discardDeed}
          onKeep={() => setAsking(null)}
          onLose={() => {
            setAsking(null);
            discard(entryKey);
          }}
        >
          {words.discardBody(now.name)}
        </LossDialog>
      )}
    </>
  );
}
