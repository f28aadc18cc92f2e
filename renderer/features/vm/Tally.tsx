import { type ReactElement, useMemo } from 'react';
import type { Report } from '../../../shared/preflight/report';
import type { Status } from '../../../shared/preflight/verdict';
import { CopyButton } from '../../components/CopyButton';
import type { ResultsById } from '../../store/preflight-slice';
import styles from './Tally.module.css';
import { words } from './words';

interface TallyProps {
  readonly results: ResultsById;
  readonly unknowns: Report['unknowns'];
}

const tellings: readonly { readonly status: Status; readonly tell: (count: number) => string }[] = [
  { status: 'fail', tell: (count) => (count === 1 ? '1 blocks' : `${count} block`) },
  { status: 'warn', tell: (count) => `${count} to know` },
  { status: 'pass', tell: (count) => `${count} passed` },
  { status: 'unknown', tell: (count) => `${count} not seen` },
];

/** How many of each, and the one request that would settle all that was not seen. */
export function Tally({ results, unknowns }: TallyProps): ReactElement {
  const counts = useMemo(() => {
    const statuses = [...results.values()].map(({ status }) => status);
    return tellings
      .map(({ status, tell }) => ({ tell, count: statuses.filter((each) => each === status).length }))
      .filter(({ count }) => count > 0)
      .map(({ tell, count }) => tell(count));
  }, [results]);
  return (
    <>
      <p className={styles.tally}>{counts.join(' · ')}</p>
      {unknowns && <CopyButton appearance="secondary" label={words.askOnce} text={unknowns.request} />}
    </>
  );
}
