import { Button } from '@fluentui/react-components';
import { CloudOff16Regular, Info16Regular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { PartialListing } from '../../../shared/azure/virtual-machine';
import { agoText, momentText } from '../../../shared/time/moment';
import { wholeTime } from '../../components/time';
import { useNow } from '../../components/use-now';
import { areVmsOld } from '../../store/inventory-slice';
import { useApp } from '../../store/store';
import styles from './ListBars.module.css';
import { words } from './words';

/** Quiet bars over the rows: what could not be read, or that the rows are old. */
export function ListBars(): ReactElement | null {
  const listing = useApp((state) => state.listing);
  const areOld = useApp(areVmsOld);
  const hasRows = useApp(({ vms }) => vms.length > 0);
  const isSignedIn = useApp(
    ({ session }) => session.phase === 'known' && session.state.phase === 'signed-in',
  );
  if (listing.phase === 'listed' && listing.partial.length > 0)
    return <PartialBar partial={listing.partial} />;
  if (listing.phase === 'listing' && areOld) return <OldBar title={words.silentTitle} />;
  if (listing.phase !== 'failed' || !hasRows) return null;
  // To sign in is asked in a bar of its own.
  if (!isSignedIn) return areOld ? <OldBar title="" /> : null;
  const isOffline = ['unreachable', 'timed-out'].includes(listing.error.code);
  return <OldBar title={isOffline ? words.offlineTitle : listing.error.message} hasRetry />;
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

interface OldBarProps {
  readonly title: string;
  readonly hasRetry?: boolean;
}

/** How old the rows in view are, and why none newer are there. */
function OldBar({ title, hasRetry = false }: OldBarProps): ReactElement {
  const asOf = useApp((state) => state.vmsAsOf);
  const listVms = useApp((state) => state.listVms);
  const now = useNow();
  return (
    <div className={styles.bar} role="status">
      <div className={styles.line}>
        <CloudOff16Regular aria-hidden="true" />
        <span className={styles.words}>
          <strong>{title}</strong>{' '}
          {asOf === null ? (
            words.onlyPart
          ) : (
            <time dateTime={asOf} title={wholeTime(asOf)}>
              {words.listOf(momentText(asOf, now), agoText(asOf, now))}
            </time>
          )}
        </span>
        {hasRetry && (
          <Button size="small" appearance="transparent" onClick={() => void listVms()}>
            {words.tryAgain}
          </Button>
        )}
      </div>
    </div>
  );
}
