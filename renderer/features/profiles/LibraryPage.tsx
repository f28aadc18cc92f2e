import { Button } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { OneOf } from '../../components/OneOf';
import { SkeletonRows } from '../../components/SkeletonRows';
import { useProfiles } from '../../store/profiles-store';
import { useMediaQuery } from '../../theme';
import { EmptyLibrary } from './EmptyLibrary';
import { ImportDialog } from './ImportDialog';
import { LibraryHeader } from './LibraryHeader';
import styles from './LibraryPage.module.css';
import { NoticeBar } from './NoticeBar';
import { ProblemBar } from './ProblemBar';
import { ProfilePane } from './ProfilePane';
import { TemplatePane } from './TemplatePane';
import { words } from './words';

interface LibraryPageProps {
  /** How connecting to one of its profiles goes. */
  readonly connecting: ReactNode;
}

/** Templates and profiles: what there is, where it lies, and every way to more. */
export function LibraryPage({ connecting }: LibraryPageProps): ReactElement {
  const library = useProfiles((state) => state.library);
  const importing = useProfiles((state) => state.importing);
  return (
    <div className={styles.page}>
      <LibraryHeader />
      {connecting}
      <LibraryBody />
      <NoticeBar />
      {importing.phase !== 'none' && importing.phase !== 'choosing' && <ImportDialog importing={importing} />}
      {library.phase === 'loading' && (
        <span className="visually-hidden" role="status">
          {words.loading}
        </span>
      )}
    </div>
  );
}

function LibraryBody(): ReactElement {
  const library = useProfiles((state) => state.library);
  const readLibrary = useProfiles((state) => state.readLibrary);
  if (library.phase === 'loading') return <SkeletonRows />;
  if (library.phase === 'failed') {
    return (
      <div className={styles.failed}>
        <ErrorPanel title={words.failed} error={library.error}>
          <Button onClick={() => void readLibrary()}>{words.tryAgain}</Button>
        </ErrorPanel>
      </div>
    );
  }
  const { templates, profiles, problems } = library.view;
  return (
    <>
      {problems.length > 0 && <ProblemBar problems={problems} />}
      {templates.length + profiles.length === 0 ? <EmptyLibrary /> : <Panes />}
    </>
  );
}

const panes = ['profiles', 'templates'] as const;

/** Side by side where there is room, else one at a time. */
function Panes(): ReactElement {
  const isNarrow = useMediaQuery('(max-width: 899px)');
  const [shown, setShown] = useState<(typeof panes)[number]>('profiles');
  if (!isNarrow) {
    return (
      <div className={styles.panes}>
        <TemplatePane />
        <ProfilePane />
      </div>
    );
  }
  return (
    <>
      <div className={styles.switch}>
        <OneOf
          label={words.title}
          choices={panes}
          chosen={shown}
          textOf={(each) => words[each]}
          onChoose={setShown}
        />
      </div>
      <div className={styles.panes}>{shown === 'profiles' ? <ProfilePane /> : <TemplatePane />}</div>
    </>
  );
}
