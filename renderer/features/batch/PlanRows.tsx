import { DismissCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import type { BatchRow } from '../../../shared/profiles/batch-view';
import { FilePath } from '../../components/FilePath';
import { MiddleCut } from '../../components/MiddleCut';
import { nextIndex } from '../../components/next-index';
import { routeNames } from '../../components/profile-words';
import styles from './PlanRows.module.css';
import { useRoomAbove } from './use-room-above';
import { words } from './words';

const rowHeight = 32;
const rowId = (index: number): string => `plan-row-${index}`;

interface PlanRowsProps {
  readonly rows: readonly BatchRow[];
  readonly chosen: BatchRow | null;
  readonly onChoose: (row: BatchRow) => void;
  readonly onOpen: () => void;
  /** Scrolls away with the rows. */
  readonly head: ReactNode;
  /** Stays in view, over the names of the columns. */
  readonly bar: ReactNode;
  readonly foot: ReactNode;
}

/**
 * The lines of a list, one row each, and what stands over them, in one box that scrolls.
 * The arrow keys choose the one whose file is shown, Enter opens it.
 */
export function PlanRows(props: PlanRowsProps): ReactElement {
  const { rows, chosen, onChoose, onOpen, head, bar, foot } = props;
  const scroller = useRef<HTMLElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const { above, covered } = useRoomAbove(scroller, top);
  const at = chosen ? rows.indexOf(chosen) : -1;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingEnd: 4,
    scrollMargin: above,
    scrollPaddingStart: covered,
  });

  // Other rows begin at the chosen one, else at their first.
  const start = useRef(at);
  start.current = at;
  useEffect(() => {
    if (rows.length > 0 && start.current > 0) virtualizer.scrollToIndex(start.current, { align: 'center' });
    else scroller.current?.scrollTo(0, 0);
  }, [rows, virtualizer]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      onOpen();
      return;
    }
    const inView = Math.floor(((scroller.current?.clientHeight ?? 0) - covered) / rowHeight);
    const next = nextIndex(event.key, at, rows.length, inView);
    const row = next === undefined ? undefined : rows[next];
    if (next === undefined || !row) return;
    event.preventDefault();
    onChoose(row);
    virtualizer.scrollToIndex(next);
  };
  return (
    <section ref={scroller} className={styles.scroller} aria-label={words.planLabel}>
      {head}
      <div ref={top} className={styles.top}>
        {bar}
        <div className={styles.columns} aria-hidden="true">
          <span className={styles.line}>{words.head.line}</span>
          <span>{words.head.vm}</span>
          <span>{words.head.user}</span>
          <span>{words.head.file}</span>
          <span>{words.head.route}</span>
        </div>
      </div>
      <div
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        role="listbox"
        aria-label={words.planLabel}
        aria-activedescendant={at >= 0 ? rowId(at) : undefined}
        data-first=""
        tabIndex={0}
        onKeyDown={onKeyDown}
        onDoubleClick={onOpen}
      >
        {virtualizer.getVirtualItems().map(({ index, start: place, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <Row
              key={key}
              id={rowId(index)}
              row={row}
              top={place - above}
              position={index + 1}
              of={rows.length}
              isChosen={index === at}
              onChoose={onChoose}
            />
          );
        })}
      </div>
      {foot && <p className={styles.foot}>{foot}</p>}
    </section>
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
        {problem === null && warnings.length > 0 && (
          <span className={styles.warning} title={warnings.join(' ')}>
            <Warning16Filled aria-label={words.only.warnings} />
          </span>
        )}
        {problem === null ? (
          <FilePath path={fileOf(row)} />
        ) : (
          <span className={styles.told} title={problem}>
            {problem}
          </span>
        )}
      </span>
      {problem === null && <span className={styles.route}>{route && routeNames[route]}</span>}
    </div>
  );
});

function fileOf({ file, entry }: BatchRow): string {
  if (file === null) return '';
  return entry === null ? file : words.inZip(file, entry);
}
