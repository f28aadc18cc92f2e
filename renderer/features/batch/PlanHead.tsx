import { Info16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { BatchPlan } from '../../../shared/profiles/batch-view';
import { StatusIcon } from '../../components/StatusIcon';
import { useProfiles } from '../../store/profiles-store';
import styles from './PlanHead.module.css';
import { words } from './words';

/** The answer first: how many files it will be, what cannot, and what Windows will ask for them. */
export function PlanHead({ plan }: { readonly plan: BatchPlan }): ReactElement {
  const kind = useProfiles((state) => state.batchInput.kind);
  const { total, ready, problems, users, notes } = plan;
  const facts = [users > 0 && words.people(users), problems > 0 && words.problemLines(problems)].filter(
    Boolean,
  );
  const status = problems === 0 && total > 0 ? 'pass' : ready > 0 ? 'warn' : 'fail';
  const none = kind === 'csv' ? words.noLines : words.noVms;
  return (
    <div className={styles.head}>
      <p className={styles.answer} role="status">
        <StatusIcon status={status} />
        <span>{total === 0 ? none : [words.ready(ready), ...facts].join(' · ')}</span>
      </p>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          <Info16Regular aria-hidden="true" />
          {note}
        </p>
      ))}
      {ready > 0 && <Dialogs dialogs={plan.dialogs} />}
    </div>
  );
}

function Dialogs({ dialogs }: Pick<BatchPlan, 'dialogs'>): ReactElement {
  const known = useProfiles(({ library }) => (library.phase === 'known' ? library.view.templates : null));
  const nameOf = (id: string): string => known?.find(({ entry }) => entry.id === id)?.entry.name ?? id;
  return (
    <details className={styles.dialogs}>
      <summary>{words.asksTitle}</summary>
      <ul>
        {dialogs.map(({ asks, files, templates }) => (
          <li key={`${templates.join()} ${asks.join()}`}>
            <strong>{words.asksOf(files, templates.map(nameOf))}</strong>:{' '}
            {asks.length === 0 ? words.asksNothing : asks.join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
