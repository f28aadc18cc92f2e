import { type ReactElement, type RefObject, useMemo } from 'react';
import { type SectionId, sectionIds } from '../../../shared/profiles/editor-sections';
import controls from './controls.module.css';
import { useEditor } from './editor-context';
import { unknownLines } from './entry-lines';
import styles from './SectionNav.module.css';
import { ownBySection } from './setting-rows';
import { sectionNames, words } from './words';

/** What is in view beside the sections; `found` while something is searched for. */
export type View = 'overview' | 'own' | 'found' | SectionId | 'unknown';

interface SectionNavProps {
  readonly view: View;
  readonly search: string;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onView: (view: View) => void;
  readonly onSearch: (text: string) => void;
}

/** The sections people know from the Windows client, each with how much is set here, and a search over all of them. */
export function SectionNav({ view, search, searchField, onView, onSearch }: SectionNavProps): ReactElement {
  const { entry } = useEditor();
  const own = useMemo(() => ownBySection(entry), [entry]);
  const unknown = unknownLines(entry).length;
  const all = Object.values(own).reduce((sum, count) => sum + count, 0);
  const entryOf = (id: View, name: string, count: number): ReactElement => (
    <li key={id}>
      <button type="button" aria-current={view === id ? 'true' : undefined} onClick={() => onView(id)}>
        <span>{name}</span>
        {count > 0 && (
          <span className={styles.count}>
            <span className="visually-hidden">{words.ownSettings}: </span>
            {count}
          </span>
        )}
      </button>
    </li>
  );
  return (
    <nav className={styles.nav} aria-label={words.sections}>
      <input
        ref={searchField}
        className={`${controls.input} ${styles.search}`}
        type="search"
        data-undo="own"
        aria-label={words.search}
        title={words.searchKeys}
        placeholder={words.search}
        value={search}
        onChange={({ target }) => onSearch(target.value)}
      />
      <ul className={styles.sections}>
        {entryOf('overview', words.overview, 0)}
        {entryOf('own', words.ownSettings, all)}
      </ul>
      <ul className={styles.sections}>
        {sectionIds.map((id) => entryOf(id, sectionNames[id], own[id]))}
        {entryOf('unknown', words.unknownSettings, unknown)}
      </ul>
    </nav>
  );
}
