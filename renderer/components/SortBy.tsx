import type { ReactElement } from 'react';
import styles from './SortBy.module.css';

interface SortByProps<Key extends string> {
  readonly label: string;
  readonly keys: readonly Key[];
  readonly chosen: Key;
  readonly names: Readonly<Record<Key, string>>;
  readonly onSort: (key: Key) => void;
}

/** In what order a list stands. */
export function SortBy<Key extends string>(props: SortByProps<Key>): ReactElement {
  const { label, keys, chosen, names, onSort } = props;
  return (
    <label className={styles.sort}>
      <span>{label}</span>
      {/* Named also where there is no room for the word beside it. */}
      <select
        aria-label={label}
        value={chosen}
        onChange={({ target }) => onSort(keys[target.selectedIndex] ?? chosen)}
      >
        {keys.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
