import { Button } from '@fluentui/react-components';
import { CloudOff16Regular, Info16Regular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { PartialListing } from '../../../shared/azure/virtual-machine';
import { useApp } from '../../store/store';
import styles from './ListBars.module.css';
import { words } from './words';

/** Quiet bars over the rows: what could not be read, or that the rows are old. */
export function ListBars(): ReactElement | null {
  const listing = useApp((state) => state.listing);
  const hasRows = useApp(({ vms }) => vms.length > 0);
  const isExpired = useApp(({ session }) => session.phase === 'known' && session.state.phase === 'expired');
  if (listing.phase === 'listed' && listing.partial.length > 0)
    return <PartialBar partial={listing.partial} />;
  // An expired sign-in has a bar of its own.
  if (listing.phase === 'failed' && hasRows && !isExpired) {
    return (
      <StaleBar because={listing.error.code === 'unreachable' ? words.offlineBody : listing.error.message} />
    );
  }
  return null;
}

function PartialBar({ partial }: { readonly partial: readonly PartialListing[] }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <Info16Regular aria-hidden="true" />
        <span className={styles.words}>{words.partial(partial.length)}</span>
        <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hide : words.details}
        </Button>
      </div>
      {isOpen && (
        <ul className={styles.parts}>
          {partial.map(({ scope, name, because }) => (
            <li key={`${scope} ${because}`}>
              <strong>{name ?? scope}</strong>: {because}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function StaleBar({ because }: { readonly because: string }): ReactElement {
  const listVms = useApp((state) => state.listVms);
  return (
    <div className={styles.bar} role="status">
      <div className={styles.line}>
        <CloudOff16Regular aria-hidden="true" />
        <span className={styles.words}>
          <strong>{words.offlineTitle}</strong> {because}
        </span>
        <Button size="small" appearance="transparent" onClick={() => void listVms()}>
          {words.tryAgain}
        </Button>
      </div>
    </div>
  );
}
