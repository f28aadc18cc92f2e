import { Button } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { LibraryProblem } from '../../../shared/profiles/library-view';
import { useProfiles } from '../../store/profiles-store';
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
  const settle = useProfiles((state) => state.settleProblem);
  const isWorking = useProfiles((state) => state.isWorking);
  const { file, kind, because, entry } = problem;
  return (
    <li>
      <div>
        <p>
          <code>{file}</code> <span className={styles.kind}>{problemKinds[kind]}</span>
        </p>
        <p>{because}</p>
      </div>
      {kind === 'conflict' && entry && (
        <div className={styles.deeds} title={words.notDeleted}>
          <Button size="small" disabled={isWorking} onClick={() => void settle(problem, 'entry')}>
            {words.keepEntry}
          </Button>
          <Button size="small" disabled={isWorking} onClick={() => void settle(problem, 'copy')}>
            {words.keepCopy}
          </Button>
        </div>
      )}
    </li>
  );
}
