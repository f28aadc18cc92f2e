import { DismissCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactElement, useRef } from 'react';
import type { BatchRow } from '../../../shared/profiles/batch-view';
import { MiddleCut } from '../../components/MiddleCut';
import { nextIndex } from '../../components/next-index';
import { routeNames } from '../../components/profile-words';
import styles from './PlanRows.module.css';
import { words } from './words';

const rowHeight = 32;
const rowId = (index: number): string => `plan-row-${index}`;

interface PlanRowsProps {
  readonly rows: readonly BatchRow[];
  readonly chosen: BatchRow | null;
  readonly onChoose: (row: BatchRow) => void;
}

/** The lines of a list, one row each. The arrow keys choose the one whose file is shown. */
export function PlanRows({ rows, chosen, onChoose }: PlanRowsProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const at = chosen ? rows.indexOf(chosen) : -1;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingEnd: 4,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const inView = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight);
    const next = nextIndex(event.key, at, rows.length, inView);
    const row = next === undefined ? undefined : rows[next];
    if (next === undefined || !row) return;
    event.preventDefault();
    onChoose(row);
    virtualizer.scrollToIndex(next);
  };
  return (
    <>
      <div className={styles.heads} aria-hidden="true">
        <div className={styles.columns}>
          <span className={styles.line}>{words.head.line}</span>
          <span>{words.head.vm}</span>
          <span>{words.head.user}</span>
          <span>{words.head.file}</span>
          <span>{words.head.route}</span>
        </div>
      </div>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        aria-label={words.planLabel}
        aria-activedescendant={at >= 0 ? rowId(at) : undefined}
        data-first=""
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={styles.all} style={{ height: virtualizer.getTotalSize() }} role="presentation">
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <Row
                key={key}
                id={rowId(index)}
                row={row}
                top={start}
                position={index + 1}
                of={rows.length}
                isChosen={index === at}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: BatchRow;
  readonly top: number;
  readonly position: number;
  readonly of: number;
  readonly isChosen: boolean;
  readonly onChoose: (row: BatchRow) => void;
}

const Row = memo(function Row({ id, row, top, position, of, isChosen, onChoose }: RowProps): ReactElement {
  const { line, vm, user, problem, warnings, route } = row;
  return (
    <div
      id={id}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      role="option"
      aria-selected={isChosen}
      aria-setsize={of}
      aria-posinset={position}
      onClick={() => onChoose(row)}
    >
      <span className={styles.line}>{line}</span>
      <span className={styles.cell}>
        <MiddleCut text={vm} />
      </span>
      <span className={styles.cell}>
        {user ? (
          <span className={styles.told} title={user}>
            {user}
          </span>
        ) : (
          <em>{words.nobody}</em>
        )}
      </span>
      <span className={styles.cell} data-problem={problem !== null}>
        {problem !== null && <DismissCircle16Filled aria-label={words.only.problems} />}
        {problem === null && warnings.length > 0 && <Warning16Filled aria-label={words.only.warnings} />}
        <span className={styles.told} title={problem ?? warnings.join(' ')}>
          {problem ?? fileOf(row)}
        </span>
      </span>
      {problem === null && <span className={styles.route}>{route && routeNames[route]}</span>}
    </div>
  );
});

function fileOf({ file, entry }: BatchRow): string {
  if (file === null) return '';
  return entry === null ? file : words.inZip(file, entry);
}
