import { Desktop16Regular, ShieldCheckmark16Regular } from '@fluentui/react-icons';
import { memo, type ReactElement } from 'react';
import type { ProfileRow } from '../../../shared/profiles/library-view';
import { HostName } from '../../components/HostName';
import { MiddleCut } from '../../components/MiddleCut';
import { routeNames } from '../../components/profile-words';
import type { IndexedProfile } from '../../store/profile-index';
import styles from './ProfileList.module.css';
import { words } from './words';

/** Files for many people are called by VM and person: the person has a column of their own. */
function callNameOf({ name, username }: ProfileRow): string {
  const ending = ` · ${username}`;
  return username !== null && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

interface ProfileRowViewProps {
  readonly id: string;
  readonly profile: IndexedProfile;
  readonly top: number;
  readonly position: number;
  readonly of: number;
  readonly isActive: boolean;
  readonly isUnsaved: boolean;
  readonly onOpen: (id: string) => void;
  readonly onConnect: (row: ProfileRow) => void;
}

/** One profile: what it is called, where it leads, what it inherits, how one signs in. */
export const ProfileRowView = memo(function ProfileRowView(props: ProfileRowViewProps): ReactElement {
  const { row, templateName } = props.profile;
  return (
    <div
      id={props.id}
      className={styles.row}
      style={{ transform: `translateY(${props.top}px)` }}
      role="option"
      aria-selected={props.isActive}
      aria-setsize={props.of}
      aria-posinset={props.position}
      data-active={props.isActive}
      onClick={() => props.onOpen(row.id)}
    >
      <span className={styles.name}>
        <MiddleCut text={callNameOf(row)} />
        {props.isUnsaved && <span className={styles.unsaved}>{words.unsaved}</span>}
      </span>
      <span className={styles.address}>
        <LeadsTo row={row} />
      </span>
      <span className={styles.username} title={row.username ?? undefined}>
        {row.username ?? <em>{words.anybody}</em>}
      </span>
      <span className={styles.template}>
        {templateName ? <MiddleCut text={templateName} /> : <em>{words.byPlace}</em>}
      </span>
      <span className={styles.route}>{row.route ? routeNames[row.route] : <em>{words.recommended}</em>}</span>
      <span className={styles.signed}>
        {row.files.length > 0 && (
          <ShieldCheckmark16Regular
            aria-label={words.signedFor(row.files)}
            title={words.signedFor(row.files)}
          />
        )}
      </span>
      {/* For the mouse alone: a row holds no button of its own, and Ctrl+Enter does the same. */}
      <span
        className={styles.connect}
        aria-hidden="true"
        title={words.connect}
        onClick={(event) => {
          event.stopPropagation();
          props.onConnect(row);
        }}
      >
        <Desktop16Regular />
      </span>
    </div>
  );
});

/** A profile of a VM goes by the VM's name until a host name of it is known. */
function LeadsTo({ row: { address, vmId } }: { readonly row: ProfileRow }): ReactElement {
  if (address !== null) return <HostName name={address} />;
  const vmName = vmId?.split('/').at(-1);
  return vmName ? <MiddleCut text={vmName} /> : <em>{words.noAddress}</em>;
}
