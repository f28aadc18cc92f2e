import { Button, Spinner } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { type ReactElement, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors/app-error';
import type { Api } from '../../../shared/ipc/contract';
import type { LibraryProblem } from '../../../shared/profiles/library-view';
import { asAppError } from '../../api';
import { Differences } from '../../components/Differences';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useProfiles } from '../../store/profiles-store';
import { useApi } from '../../store/store';
import styles from './ProblemBar.module.css';
import { problemKinds, words } from './words';

/** Files of the library that are not used: quiet until asked, and settled here where two versions are in conflict. */
export function ProblemBar({ problems }: { readonly problems: readonly LibraryProblem[] }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <Info16Regular aria-hidden="true" />
        <span className={styles.words}>{words.problems(problems.length)}</span>
        <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hide : words.details}
        </Button>
      </div>
      {isOpen && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <Problem key={problem.file} problem={problem} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Problem({ problem }: { readonly problem: LibraryProblem }): ReactElement {
  const { file, kind, because, entry } = problem;
  const [isOpen, setOpen] = useState(false);
  const isConflict = kind === 'conflict' && entry !== null;
  return (
    <li>
      <div>
        <p>
          <code>{file}</code> <span className={styles.kind}>{problemKinds[kind]}</span>
        </p>
        <p>{because}</p>
      </div>
      {isConflict && <Deeds problem={problem} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />}
      {isConflict && isOpen && <Versions file={file} />}
    </li>
  );
}

interface DeedsProps {
  readonly problem: LibraryProblem;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Deeds({ problem, isOpen, onToggle }: DeedsProps): ReactElement {
  const settle = useProfiles((state) => state.settleProblem);
  const isWorking = useProfiles((state) => state.isWorking);
  return (
    <div className={styles.deeds} title={words.notDeleted}>
      <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={onToggle}>
        {isOpen ? words.hide : words.whatDiffers}
      </Button>
      <Button size="small" disabled={isWorking} onClick={() => void settle(problem, 'entry')}>
        {words.keepEntry}
      </Button>
      <Button size="small" disabled={isWorking} onClick={() => void settle(problem, 'copy')}>
        {words.keepCopy}
      </Button>
    </div>
  );
}

/** Both versions, as they are in the folder now. */
function Versions({ file }: { readonly file: string }): ReactElement {
  const api = useApi();
  const [read, setRead] = useState<Awaited<ReturnType<Api['library']['conflict']>> | AppError | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (answer: typeof read): void => {
      if (isCurrent) setRead(answer);
    };
    api.library.conflict({ file }).then(show, (error: unknown) => show(asAppError(error)));
    return () => {
      isCurrent = false;
    };
  }, [api, file]);
  return (
    <div className={styles.versions}>
      {read === null && <Spinner size="tiny" label={words.loading} />}
      {read instanceof Error && <ErrorPanel title={words.failed} error={read} />}
      {read !== null && !(read instanceof Error) && (
        <Differences mine={read.entry} theirs={read.copy} names={[words.theEntry, words.theCopy]} />
      )}
    </div>
  );
}
