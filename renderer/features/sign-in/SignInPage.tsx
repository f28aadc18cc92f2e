import { Button } from '@fluentui/react-components';
import { Beaker20Regular, PersonKey20Regular, WindowConsole20Regular } from '@fluentui/react-icons';
import { type ReactElement, useLayoutEffect } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { Mark } from '../../components/Mark';
import { SetupField } from '../../components/SetupField';
import { useApp } from '../../store/store';
import { MethodCard } from './MethodCard';
import styles from './SignInPage.module.css';
import { Waiting } from './Waiting';
import { words } from './words';

/** The first thing a new person sees: three ways in, and a place for the organisation's set-up. */
export function SignInPage(): ReactElement {
  const entering = useApp((state) => state.entering);
  useLayoutEffect(() => {
    document.documentElement.dataset['interactive'] = 'true';
  }, []);

  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <header className={styles.header}>
          <Mark size={48} />
          <h1 className={styles.title}>{words.title}</h1>
          <p className={styles.lead}>{words.lead}</p>
        </header>
        {entering.phase === 'failed' && <ErrorPanel title={words.failed} error={entering.error} />}
        {entering.phase === 'waiting' ? (
          <Waiting by={entering.by} deviceCode={entering.deviceCode} />
        ) : (
          <>
            <Cards />
            <SetupField />
          </>
        )}
      </div>
    </div>
  );
}

function Cards(): ReactElement {
  const signIn = useApp((state) => state.signIn);
  const enterDemo = useApp((state) => state.enterDemo);
  const isConfigured = useApp(({ session }) => session.phase === 'known' && session.state.isConfigured);
  return (
    <ul className={styles.cards}>
      <MethodCard
        icon={<PersonKey20Regular fontSize={24} />}
        title={words.signIn.title}
        body={isConfigured ? words.signIn.body : words.signIn.needsSetup}
      >
        <Button appearance="primary" disabled={!isConfigured} onClick={() => void signIn('browser')}>
          {words.signIn.button}
        </Button>
        {isConfigured && (
          <Button appearance="transparent" size="small" onClick={() => void signIn('device-code')}>
            {words.signIn.code}
          </Button>
        )}
      </MethodCard>
      <MethodCard
        icon={<WindowConsole20Regular fontSize={24} />}
        title={words.azureCli.title}
        body={words.azureCli.body}
      >
        <Button onClick={() => void signIn('azure-cli')}>{words.azureCli.button}</Button>
      </MethodCard>
      <MethodCard icon={<Beaker20Regular fontSize={24} />} title={words.demo.title} body={words.demo.body}>
        <Button onClick={() => void enterDemo(null)}>{words.demo.button}</Button>
      </MethodCard>
    </ul>
  );
}
