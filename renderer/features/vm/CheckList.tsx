import { type ReactElement, useState } from 'react';
import { checkOrder } from '../../../shared/preflight/check-order';
import type { CheckResult } from '../../../shared/preflight/report';
import type { PreflightState } from '../../store/preflight-slice';
import styles from './CheckList.module.css';
import { CheckRow } from './CheckRow';
import { Fold } from './Fold';
import { Tally } from './Tally';
import { words } from './words';

interface CheckListProps {
  readonly preflight: Extract<PreflightState, { readonly results: unknown }>;
}

/**
 * Every check in its reading order and at its final height from the first moment; verdicts replace
 * what stands in for them. When all are there, what could not be looked at and what does not apply
 * is folded into a line each, but never under the pointer.
 */
export function CheckList({ preflight }: CheckListProps): ReactElement {
  const isDone = preflight.phase === 'done';
  const report = preflight.phase === 'done' ? preflight.report : null;
  const [isPointerInside, setPointerInside] = useState(false);
  const [wasFolded, setFolded] = useState(false);
  const isFolded = isDone && (wasFolded || !isPointerInside);
  if (isFolded !== wasFolded) setFolded(isFolded);

  const { results } = preflight;
  const judgedAt = report?.judgedAt ?? null;
  const recommended = report?.recommended ?? null;
  const [unknown, skipped] = [withStatus(results, 'unknown'), withStatus(results, 'skip')];
  const ids = checkOrder.filter((id) => {
    const status = results.get(id)?.status;
    if (isFolded) return status !== undefined && status !== 'unknown' && status !== 'skip';
    return !isDone || status !== undefined;
  });

  return (
    <section
      className={styles.checks}
      aria-labelledby="checks"
      onPointerEnter={() => setPointerInside(true)}
      onPointerLeave={() => setPointerInside(false)}
    >
      <header className={styles.header}>
        <h2 id="checks" className={styles.title}>
          {words.checks}
        </h2>
        <Tally results={results} recommended={recommended} />
      </header>
      {isFolded && unknown.length > 0 && (
        <Fold
          status="unknown"
          line={report?.unknowns?.sentence ?? ''}
          results={unknown}
          judgedAt={judgedAt}
          request={report?.unknowns?.request ?? null}
        />
      )}
      <ul className={styles.list} aria-busy={!isDone}>
        {ids.map((id) => (
          <CheckRow key={id} id={id} result={results.get(id)} judgedAt={judgedAt} recommended={recommended} />
        ))}
      </ul>
      {isFolded && skipped.length > 0 && (
        <Fold
          status="skip"
          line={words.skipped(skipped.length)}
          results={skipped}
          judgedAt={judgedAt}
          request={null}
        />
      )}
    </section>
  );
}

function withStatus(
  results: CheckListProps['preflight']['results'],
  status: CheckResult['status'],
): readonly CheckResult[] {
  return checkOrder.flatMap((id) => {
    const result = results.get(id);
    return result?.status === status ? [result] : [];
  });
}
