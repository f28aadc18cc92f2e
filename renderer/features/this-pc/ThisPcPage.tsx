import { Button, Spinner } from '@fluentui/react-components';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors/app-error';
import type { Api } from '../../../shared/ipc/contract';
import { asAppError } from '../../api';
import { ErrorPanel } from '../../components/ErrorPanel';
import { FactTable } from '../../components/FactTable';
import { PageFrame, Section } from '../../components/PageFrame';
import { useApi } from '../../store/store';
import { ClientList } from './ClientList';
import { joinRows, policyRows, systemRows } from './rows';
import { words } from './words';

type Description = Awaited<ReturnType<Api['thisPc']['describe']>>;

type Reading =
  | { readonly phase: 'reading' }
  | { readonly phase: 'read'; readonly description: Description }
  | { readonly phase: 'failed'; readonly error: AppError };

/** Everything known about this PC; a part that could not be read says why and hides no other. */
export function ThisPcPage(): ReactElement {
  const api = useApi();
  const [reading, setReading] = useState<Reading>({ phase: 'reading' });
  const read = useCallback(() => {
    api.thisPc.describe().then(
      (description) => setReading({ phase: 'read', description }),
      (error: unknown) => setReading({ phase: 'failed', error: asAppError(error) }),
    );
  }, [api]);
  useEffect(read, [read]);

  function readAgain(): void {
    setReading({ phase: 'reading' });
    read();
  }

  return (
    <PageFrame title={words.title} lead={words.lead}>
      {reading.phase === 'reading' && <Spinner size="small" label={words.reading} />}
      {reading.phase === 'failed' && (
        <ErrorPanel title={words.failed} error={reading.error}>
          <Button onClick={readAgain}>{words.tryAgain}</Button>
        </ErrorPanel>
      )}
      {reading.phase === 'read' && <Described description={reading.description} />}
    </PageFrame>
  );
}

function Described({ description }: { readonly description: Description }): ReactElement {
  const { pc, join, policies, clients } = description;
  return (
    <>
      <Section title={words.system}>
        {partOf(pc, (known) => (
          <FactTable rows={systemRows(known)} />
        ))}
      </Section>
      <Section title={words.identity}>
        {partOf(join, (known) => (
          <FactTable rows={joinRows(known)} />
        ))}
      </Section>
      <Section title={words.policies}>
        {partOf(policies, (known) => (
          <FactTable rows={policyRows(known)} />
        ))}
      </Section>
      <Section title={words.clients}>
        {partOf(clients, (known) => (
          <ClientList clients={known} />
        ))}
      </Section>
    </>
  );
}

interface Problem {
  readonly problem: string;
}

const isProblem = (part: object): part is Problem => 'problem' in part;

/** A part that could not be read says why. */
function partOf<Part extends object>(
  part: Part,
  show: (known: Exclude<Part, Problem>) => ReactElement,
): ReactElement {
  return isProblem(part) ? (
    <p>
      {words.problem}
      {part.problem}
    </p>
  ) : (
    show(part as Exclude<Part, Problem>)
  );
}
