import { type ReactElement, useMemo } from 'react';
import type { Route } from '../../../shared/preflight/route';
import type { ResultsById } from '../../store/preflight-slice';
import styles from './Tally.module.css';
import { type TellingStatus, tellingStatus } from './telling-status';

interface TallyProps {
  readonly results: ResultsById;
  readonly recommended: Route | null;
}

const tellings: readonly { readonly status: TellingStatus; readonly tell: (count: number) => string }[] = [
  { status: 'fail', tell: (count) => (count === 1 ? '1 blocks' : `${count} block`) },
  {
    status: 'other-way',
    tell: (count) => (count === 1 ? '1 closes another way' : `${count} close other ways`),
  },
  { status: 'warn', tell: (count) => `${count} to know` },
  { status: 'pass', tell: (count) => `${count} passed` },
  { status: 'unknown', tell: (count) => `${count} not seen` },
];

/** How many of each, the worst first. */
export function Tally({ results, recommended }: TallyProps): ReactElement {
  const counts = useMemo(() => {
    const statuses = [...results.values()].map((result) => tellingStatus(result, recommended));
    return tellings
      .map(({ status, tell }) => ({ tell, count: statuses.filter((each) => each === status).length }))
      .filter(({ count }) => count > 0)
      .map(({ tell, count }) => tell(count));
  }, [results, recommended]);
  return <p className={styles.tally}>{counts.join(' · ')}</p>;
}
