import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  Add20Regular,
  ArrowDownload20Regular,
  DocumentCopy20Regular,
  Folder16Regular,
  MoreHorizontal20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { FilePath } from '../../components/FilePath';
import { useProfiles } from '../../store/profiles-store';
import styles from './LibraryHeader.module.css';
import { words } from './words';

/** Where the library lies, and what can be made, brought in and taken out. */
export function LibraryHeader(): ReactElement {
  const folder = useProfiles(({ library }) => (library.phase === 'known' ? library.view.folder : null));
  const isEmpty = useProfiles(
    ({ library }) =>
      library.phase === 'known' && library.view.templates.length + library.view.profiles.length === 0,
  );
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.folder}>
          {folder && (
            <>
              <Folder16Regular aria-hidden="true" />
              <span className="visually-hidden">{words.folder}</span>
              <FilePath path={folder} />
            </>
          )}
        </p>
      </div>
      <div className={styles.deeds}>
        {/* An empty library has its doors in the middle of the page. */}
        {!isEmpty && (
          <>
            <NewMenu />
            <ImportMenu />
            <MakeMany />
          </>
        )}
        <MoreMenu />
      </div>
    </header>
  );
}

function MakeMany(): ReactElement {
  const goTo = useProfiles((state) => state.goTo);
  return (
    <Button
      appearance="primary"
      icon={<DocumentCopy20Regular />}
      onClick={() => goTo({ kind: 'many-files' })}
    >
      {words.makeMany}
    </Button>
  );
}

function NewMenu(): ReactElement {
  const newEntry = useProfiles((state) => state.newEntry);
  return (
    <Menu inline positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<Add20Regular />}>{words.create}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => newEntry('template')}>{words.newTemplate}</MenuItem>
          <MenuItem onClick={() => newEntry('profile')}>{words.newProfile}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ImportMenu(): ReactElement {
  const planImport = useProfiles((state) => state.planImport);
  const isBusy = useProfiles((state) => state.isWorking || state.importing.phase !== 'none');
  return (
    <Menu inline positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<ArrowDownload20Regular />} disabled={isBusy}>
          {words.import}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void planImport('files')}>{words.importFiles}</MenuItem>
          <MenuItem onClick={() => void planImport('folder')}>{words.importFolder}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function MoreMenu(): ReactElement {
  const chooseFolder = useProfiles((state) => state.chooseLibraryFolder);
  const exportLibrary = useProfiles((state) => state.exportLibrary);
  const isWorking = useProfiles((state) => state.isWorking);
  return (
    <Menu inline positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          aria-label={words.more}
          icon={<MoreHorizontal20Regular />}
          disabled={isWorking}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void exportLibrary()}>{words.export}</MenuItem>
          <MenuItem onClick={() => void chooseFolder()}>{words.chooseFolder}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
