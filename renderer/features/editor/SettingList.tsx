import { Button } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sectionIds } from '../../../shared/profiles/editor-sections';
import { useEditor } from './editor-context';
import type { View } from './SectionNav';
import styles from './SettingList.module.css';
import { SettingRowView } from './SettingRowView';
import { itemsOf } from './setting-rows';
import { sectionNames, words } from './words';

const heights = { heading: 36, setting: 81 } as const;

interface SettingListProps {
  readonly view: View;
  readonly search: string;
  readonly onClearSearch: () => void;
}

/** The settings of a section, those set here, or those found. Only what is in view is in the page. */
export function SettingList({ view, search, onClearSearch }: SettingListProps): ReactElement {
  const { entry, composed } = useEditor();
  const section = sectionIds.find((each) => each === view) ?? null;
  const isOwnOnly = view === 'own';
  const items = useMemo(
    () => itemsOf(entry, composed, { section, search, isOwnOnly }),
    [entry, composed, section, search, isOwnOnly],
  );
  const [openName, setOpenName] = useState<string | null>(null);
  const toggle = useCallback((name: string) => setOpenName((open) => (open === name ? null : name)), []);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[items[index]?.kind ?? 'setting'],
    getItemKey: (index) => keyOfItem(items[index]),
    overscan: 4,
    paddingEnd: 24,
  });

  // Other settings begin at their first.
  useEffect(() => {
    if (virtualizer.scrollOffset !== 0) scroller.current?.scrollTo(0, 0);
  }, [view, search, virtualizer]);

  if (items.length === 0) {
    return (
      <div className={styles.none} role="status">
        <p>{search ? words.noMatch(search) : words.noOwn}</p>
        {search && <Button onClick={onClearSearch}>{words.clearSearch}</Button>}
      </div>
    );
  }
  return (
    // A box that scrolls must be reachable with the keyboard.
    <div ref={scroller} className={styles.list} role="region" aria-label={words.settingsLabel} tabIndex={0}>
      <div className={styles.all} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          return (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item.kind === 'heading' ? (
                <h2 className={styles.heading}>{sectionNames[item.section]}</h2>
              ) : (
                <SettingRowView row={item.row} isOpen={item.row.property.name === openName} onOpen={toggle} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type Items = ReturnType<typeof itemsOf>;

function keyOfItem(item: Items[number] | undefined): string {
  if (!item) return '';
  return item.kind === 'heading' ? item.section : item.row.property.name;
}
