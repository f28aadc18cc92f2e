import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Settings } from '../../../shared/settings/settings';
import { ErrorPanel } from '../../components/ErrorPanel';
import { FactTable } from '../../components/FactTable';
import { PageFrame, Section } from '../../components/PageFrame';
import { SetupField } from '../../components/SetupField';
import { useApp } from '../../store/store';
import { About } from './About';
import { Choice } from './Choice';
import { ConsentSection } from './ConsentSection';
import { anyClient, baselineNames, clientNames, cloudNames, setupWords, themeNames, words } from './words';

/** What a person may change, what the organisation set up, and what it may read. */
export function SettingsPage(): ReactElement {
  const state = useApp(({ settings }) => settings);
  const loadSettings = useApp((app) => app.loadSettings);
  return (
    <PageFrame title={words.title} lead={words.lead}>
      {state.phase === 'failed' && (
        <ErrorPanel title={words.failed} error={state.error}>
          <Button onClick={() => void loadSettings()}>{words.tryAgain}</Button>
        </ErrorPanel>
      )}
      {state.phase === 'known' && <Choices settings={state.settings} />}
      {state.phase === 'known' && <Organisation organisation={state.settings.organisation} />}
      <ConsentSection />
      <About />
    </PageFrame>
  );
}

function Choices({ settings }: { readonly settings: Settings }): ReactElement {
  const changeSettings = useApp((app) => app.changeSettings);
  return (
    <>
      <Section title={words.look}>
        <Choice
          label={words.theme}
          names={themeNames}
          value={settings.theme}
          onChange={(theme) => void changeSettings({ theme })}
        />
      </Section>
      <Section title={words.judging}>
        <Choice
          label={words.baseline}
          hint={words.baselineHint}
          names={baselineNames}
          value={settings.baseline}
          onChange={(baseline) => void changeSettings({ baseline })}
        />
      </Section>
      <Section title={words.connecting}>
        <Choice
          label={words.client}
          names={{ any: anyClient, ...clientNames }}
          value={settings.client ?? 'any'}
          onChange={(client) => void changeSettings({ client: client === 'any' ? null : client })}
        />
      </Section>
    </>
  );
}

function Organisation({ organisation }: Pick<Settings, 'organisation'>): ReactElement {
  return (
    <Section title={words.organisation}>
      {organisation ? (
        <FactTable
          rows={[
            [setupWords.name, organisation.name ?? setupWords.noName],
            [setupWords.tenant, organisation.tenant],
            [setupWords.cloud, cloudNames[organisation.cloud]],
            [setupWords.clientId, <code key="id">{organisation.clientId}</code>],
          ]}
        />
      ) : (
        <p>{words.noOrganisation}</p>
      )}
      <SetupField />
    </Section>
  );
}
