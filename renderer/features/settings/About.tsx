import { type ReactElement, useEffect, useState } from 'react';
import type { Api } from '../../../shared/ipc/contract';
import { CopyButton } from '../../components/CopyButton';
import { FactTable } from '../../components/FactTable';
import { Mark } from '../../components/Mark';
import { Section } from '../../components/PageFrame';
import { useApi } from '../../store/store';
import styles from './About.module.css';
import { words } from './words';

type Facts = Awaited<ReturnType<Api['app']['about']>>;

/** What to tell support, in one place and copyable. */
export function About(): ReactElement {
  const api = useApi();
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    // Without an answer the section stays empty: nothing here is worth an error.
    api.app.about().then(setFacts, () => setFacts(null));
  }, [api]);

  return (
    <Section title={words.about}>
      <p className={styles.product}>
        <Mark size={24} /> <strong>Entra RDP</strong> {facts?.version}
      </p>
      {facts && (
        <>
          <FactTable
            rows={[
              ['Electron', facts.electron],
              ['Chromium', facts.chromium],
              ['Log', <code key="log">{facts.logFile}</code>],
            ]}
          />
          <div>
            <CopyButton
              label="Copy for support"
              text={`Entra RDP ${facts.version}, Electron ${facts.electron}, Chromium ${facts.chromium}, log ${facts.logFile}`}
            />
          </div>
        </>
      )}
    </Section>
  );
}
