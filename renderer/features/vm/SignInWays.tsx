import {
  CheckmarkCircle16Filled,
  QuestionCircle16Regular,
  SubtractCircle16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Report, RouteState } from '../../../shared/preflight/report';
import { shortlyClosed, whatWasNotSeen, whyClosed } from './routes';
import styles from './SignInWays.module.css';
import { routeNames, routeStateWords, words } from './words';

const icons = {
  open: CheckmarkCircle16Filled,
  unknown: QuestionCircle16Regular,
  closed: SubtractCircle16Regular,
} as const;

interface WayRow {
  readonly name: string;
  readonly state: RouteState['state'];
  readonly why: string;
  /** The whole of `why`, for its tooltip. */
  readonly wholly: string;
}

/** Every route, whether it is open, and why not. */
export function SignInWays({ report }: { readonly report: Report }): ReactElement {
  return (
    <section className={styles.ways} aria-labelledby="sign-in-ways">
      <h2 id="sign-in-ways" className={styles.title}>
        {words.signInWays}
      </h2>
      <ul>
        {waysOf(report).map(({ name, state, why, wholly }) => {
          const Icon = icons[state];
          return (
            <li key={name} className={styles.way} data-state={state}>
              <Icon aria-hidden="true" />
              <span className={styles.name}>{name}</span>
              <span className={styles.state}>{routeStateWords[state]}</span>
              <span className={styles.why} title={wholly}>
                {why}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Both ways through Bastion are told as one where the same thing closes, or hides, them. */
function waysOf(report: Report): WayRow[] {
  const rows = report.routes.map((state) => ({ id: state.id, ...rowOf(report, state) }));
  const [client, portal] = rows.filter(({ id }) => id.startsWith('bastion'));
  if (!client || !portal || client.state === 'open') return rows;
  if (client.state !== portal.state || client.why !== portal.why) return rows;
  return rows
    .filter((row) => row !== portal)
    .map((row) => (row === client ? { ...row, name: 'Azure Bastion' } : row));
}

function rowOf(report: Report, state: RouteState): WayRow {
  const row = { name: routeNames[state.id], state: state.state };
  switch (state.state) {
    case 'open':
      return { ...row, why: state.means[0] ?? '', wholly: state.means.join('\n') };
    case 'closed':
      return { ...row, why: shortlyClosed(state), wholly: whyClosed(report, state) };
    case 'unknown': {
      const why = whatWasNotSeen(report, state);
      return { ...row, why, wholly: why };
    }
  }
}
