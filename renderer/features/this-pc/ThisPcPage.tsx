import { Button, Spinner } from '@fluentui/react-components';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { PcJoin, PcPolicies, RdpClient, ThisPc } from '../../../shared/client-pc/this-pc';
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
    setReading({ phase: 'reading' });
    api.thisPc.describe().then(
      (description) => setReading({ phase: 'read', description }),
      (error: unknown) => setReading({ phase: 'failed', error: asAppError(error) }),
    );
  }, [api]);
  useEffect(read, [read]);

  return (
    <PageFrame title={words.title} lead={words.lead}>
      {reading.phase === 'reading' && <Spinner size="small" label={words.reading} />}
      {reading.phase === 'failed' && (
        <ErrorPanel title={words.failed} error={reading.error}>
          <Button onClick={read}>{words.tryAgain}</Button>
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
        <Part part={pc} show={(known: ThisPc) => <FactTable rows={systemRows(known)} />} />
      </Section>
      <Section title={words.identity}>
        <Part part={join} show={(known: PcJoin) => <FactTable rows={joinRows(known)} />} />
      </Section>
      <Section title={words.policies}>
        <Part part={policies} show={(known: PcPolicies) => <FactTable rows={policyRows(known)} />} />
      </Section>
      <Section title={words.clients}>
        <Part part={clients} show={(known: RdpClient[]) => <ClientList clients={known} />} />
      </Section>
    </>
  );
}

interface PartProps<Known> {
  readonly part: Known | { readonly problem: string };
  readonly show: (known: Known) => ReactElement;
}

function Part<Known extends object>({ part, show }: PartProps<Known>): ReactElement {
  return 'problem' in part ? (
    <p>
      {words.problem}
      {part.problem}
    </p>
  ) : (
    show(part)
  );
}
