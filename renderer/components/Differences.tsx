import type { ReactElement } from 'react';
import type { LibraryEntry } from '../../shared/profiles/library-view';
import styles from './Differences.module.css';
import { differencesOf } from './differences';

interface DifferencesProps {
  readonly mine: LibraryEntry;
  readonly theirs: LibraryEntry;
  /** What the two versions are called. */
  readonly names: readonly [mine: string, theirs: string];
}

/** What two versions of an entry say differently, side by side. */
export function Differences({ mine, theirs, names }: DifferencesProps): ReactElement {
  const differences = differencesOf(mine, theirs);
  if (differences.length === 0) return <p>Both say the same.</p>;
  return (
    // A box that scrolls must be reachable with the keyboard.
    <div className={styles.differences} role="region" aria-label="What differs" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ what, mine: ours, theirs: others }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{ours ?? <em>nothing</em>}</td>
              <td>{others ?? <em>nothing</em>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
