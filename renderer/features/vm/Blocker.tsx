import { Button } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular, PersonQuestionMark20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { CheckResult, Report } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import { useCopy } from '../../components/use-copy';
import { askMessage } from './ask-message';
import styles from './Blocker.module.css';
import { Proof } from './Proof';
import { Remedies } from './Remedies';
import { words } from './words';

interface BlockerProps {
  readonly report: Report;
  /** The chosen route; null where none is open and none was chosen. */
  readonly route: Route | null;
}

/** What stands in the way: the first in full, the others in a line each, all in one message to an admin. */
export function Blocker({ report, route }: BlockerProps): ReactElement | null {
  const failures = failuresOf(report, route);
  const [first, ...others] = failures;
  if (!first) return null;
  const found = first.found ?? first.because ?? '';
  // The first sentence of the report stands right above.
  const isSaid = report.headline.includes(found);
  return (
    <section className={styles.blocker} aria-label={words.inTheWay}>
      <div className={styles.top}>
        <dl className={styles.words}>
          {!isSaid && (
            <>
              <dt>{words.found}</dt>
              <dd>{found}</dd>
            </>
          )}
          <dt>{words.shouldBe}</dt>
          <dd>{first.title}</dd>
        </dl>
        <Ask report={report} failures={failures} />
      </div>
      <Remedies remedies={first.remedies} />
      <Proof result={first} judgedAt={report.judgedAt} />
      {others.length > 0 && <Others others={others} />}
    </section>
  );
}

function failuresOf(report: Report, route: Route | null): readonly CheckResult[] {
  const failures = report.results.filter(({ status, routes }) =>
    route === null ? status === 'fail' : routes[route] === 'fail',
  );
  if (failures.length > 0 || route === null) return failures;
  // Nothing failed, but nothing offers the route either: the check that says so speaks.
  const closedBy = report.routes.find(({ id }) => id === route)?.closedBy ?? [];
  return report.results.filter(({ id }) => closedBy.includes(id));
}

interface AskProps {
  readonly report: Report;
  readonly failures: readonly CheckResult[];
}

/** Where an admin can mend it, the message is the report's own; else what was found, for whoever helps. */
function Ask({ report, failures }: AskProps): ReactElement {
  const { isCopied, copy } = useCopy();
  const isForAdmin = report.request !== undefined;
  return (
    <Button
      appearance={isForAdmin ? 'primary' : 'secondary'}
      className={styles.ask ?? ''}
      icon={
        isCopied ? <Checkmark16Regular /> : isForAdmin ? <PersonQuestionMark20Regular /> : <Copy16Regular />
      }
      title={words.askAnAdminHint}
      onClick={() => void copy(report.request ?? askMessage(report, failures))}
    >
      {isCopied ? words.messageCopied : isForAdmin ? words.askAnAdmin : words.copyMessage}
    </Button>
  );
}

function Others({ others }: { readonly others: readonly CheckResult[] }): ReactElement {
  return (
    <div className={styles.others}>
      <h2>{words.alsoBlocks}</h2>
      <ul>
        {others.map(({ id, title, found }) => (
          <li key={id}>
            <strong>{title}.</strong> {found}
          </li>
        ))}
      </ul>
    </div>
  );
}
