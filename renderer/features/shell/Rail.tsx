import {
  ChatHelp20Filled,
  ChatHelp20Regular,
  DocumentSearch20Filled,
  DocumentSearch20Regular,
  Laptop20Filled,
  Laptop20Regular,
  Library20Filled,
  Library20Regular,
  Server20Filled,
  Server20Regular,
  Settings20Filled,
  Settings20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useApp } from '../../store/store';
import type { Page } from '../../store/view-slice';
import styles from './Rail.module.css';
import { pageNames } from './words';

const icons = {
  vms: [Server20Regular, Server20Filled],
  profiles: [Library20Regular, Library20Filled],
  'rdp-file': [DocumentSearch20Regular, DocumentSearch20Filled],
  'this-pc': [Laptop20Regular, Laptop20Filled],
  explain: [ChatHelp20Regular, ChatHelp20Filled],
  settings: [Settings20Regular, Settings20Filled],
} as const;

/** The pages of the app; settings stand apart at the bottom. */
export function Rail(): ReactElement {
  return (
    <nav className={styles.rail} aria-label="Pages">
      <Entry page="vms" />
      <Entry page="profiles" />
      <Entry page="rdp-file" />
      <Entry page="this-pc" />
      <Entry page="explain" />
      <div className={styles.gap} />
      <Entry page="settings" />
    </nav>
  );
}

function Entry({ page }: { readonly page: Page }): ReactElement {
  const isHere = useApp((state) => state.page === page);
  const showPage = useApp((state) => state.showPage);
  const [Regular, Filled] = icons[page];
  const Icon = isHere ? Filled : Regular;
  return (
    <button
      type="button"
      className={styles.entry}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => showPage(page)}
    >
      <Icon aria-hidden="true" />
      <span>{pageNames[page]}</span>
    </button>
  );
}
