import { Button, Textarea } from '@fluentui/react-components';
import { type ReactElement, useId, useState } from 'react';
import type { AppError } from '../../../shared/errors/app-error';
import type { ExplainedSymptom } from '../../../shared/troubleshoot/symptom';
import { asAppError } from '../../api';
import { ErrorPanel } from '../../components/ErrorPanel';
import { PageFrame } from '../../components/PageFrame';
import { useApi } from '../../store/store';
import styles from './ExplainPage.module.css';
import { Symptom } from './Symptom';
import { words } from './words';

type Explaining =
  | { readonly phase: 'idle' }
  | { readonly phase: 'asking' }
  | { readonly phase: 'answered'; readonly matches: readonly ExplainedSymptom[] }
  | { readonly phase: 'failed'; readonly error: AppError };

/** A box to paste any error into. */
export function ExplainPage(): ReactElement {
  const api = useApi();
  const [query, setQuery] = useState('');
  const [explaining, setExplaining] = useState<Explaining>({ phase: 'idle' });
  const id = useId();

  async function explain(): Promise<void> {
    if (!query.trim()) return;
    setExplaining({ phase: 'asking' });
    try {
      setExplaining({ phase: 'answered', matches: await api.troubleshoot.explain({ query }) });
    } catch (error) {
      setExplaining({ phase: 'failed', error: asAppError(error) });
    }
  }

  return (
    <PageFrame title={words.title} lead={words.lead}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void explain();
        }}
      >
        <label htmlFor={id}>{words.label}</label>
        <Textarea
          id={id}
          autoFocus
          rows={4}
          resize="vertical"
          value={query}
          placeholder={words.placeholder}
          onChange={(_, { value }) => setQuery(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void explain();
          }}
        />
        <Button
          type="submit"
          appearance="primary"
          className={styles.button ?? ''}
          disabled={!query.trim() || explaining.phase === 'asking'}
        >
          {words.button}
        </Button>
      </form>
      <div role="status">
        {explaining.phase === 'failed' && <ErrorPanel title={words.failed} error={explaining.error} />}
        {explaining.phase === 'answered' && <Answer matches={explaining.matches} />}
      </div>
    </PageFrame>
  );
}

function Answer({ matches }: { readonly matches: readonly ExplainedSymptom[] }): ReactElement {
  if (matches.length === 0) {
    return (
      <div className={styles.unknown}>
        <h2>{words.unknownTitle}</h2>
        <p>{words.unknownBody}</p>
      </div>
    );
  }
  return (
    <div className={styles.answers}>
      {matches.every(({ isNearest }) => isNearest) && <h2>{words.nearestTitle}</h2>}
      {matches.map((symptom) => (
        <Symptom key={symptom.id} symptom={symptom} />
      ))}
    </div>
  );
}
