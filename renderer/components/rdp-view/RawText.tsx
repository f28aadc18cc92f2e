import { type ReactElement, useEffect, useRef } from 'react';
import type { RdpFileView } from '../../../shared/rdp/rdp-file-view';
import styles from './RawText.module.css';
import { words } from './words';

interface RawTextProps extends Pick<RdpFileView, 'lines' | 'lineCount'> {
  readonly mark: { readonly line: number } | null;
  /** Lines that differ from what they would be otherwise. */
  readonly changed?: ReadonlySet<number>;
}

/** The file as it is written, numbered; the line asked for is marked and brought into view. */
export function RawText({ lines, lineCount, mark, changed }: RawTextProps): ReactElement {
  const marked = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (mark) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [mark]);
  const more = lineCount - lines.length;
  return (
    // A box that scrolls must be reachable with the keyboard.
    <div className={styles.text} role="region" aria-label={words.rawLabel} tabIndex={0}>
      <ol>
        {lines.map(({ number, text, setting }) => {
          const isMarked = number === mark?.line;
          const isChanged = changed?.has(number) ?? false;
          return (
            <li
              key={number}
              ref={isMarked ? marked : null}
              data-marked={isMarked}
              data-changed={isChanged}
              data-setting={setting !== null}
            >
              <span className={styles.number}>{number}</span>
              <code>
                {text}
                {isChanged && <span className="visually-hidden"> {words.changed}</span>}
              </code>
            </li>
          );
        })}
      </ol>
      {more > 0 && <p>{words.moreLines(more)}</p>}
    </div>
  );
}
