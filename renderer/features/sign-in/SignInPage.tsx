import { Button } from '@fluentui/react-components';
import {
  Beaker20Regular,
  CloudOff20Regular,
  PersonKey20Regular,
  WindowConsole20Regular,
} from '@fluentui/react-icons';
import { type ReactElement, useEffect, useLayoutEffect } from 'react';
import { agoText, momentText } from '../../../shared/time/moment';
import { ErrorPanel } from '../../components/ErrorPanel';
import { Mark } from '../../components/Mark';
import { SetupField } from '../../components/SetupField';
import { useNow } from '../../components/use-now';
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
            <LastList />
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

/** The way on for who cannot sign in now. */
function LastList(): ReactElement | null {
  const there = useApp((state) => state.lastListThere);
  const problem = useApp((state) => state.lastListProblem);
  const lookForLastList = useApp((state) => state.lookForLastList);
  const showLastList = useApp((state) => state.showLastList);
  const now = useNow();
  useEffect(() => void lookForLastList(), [lookForLastList]);
  if (!there) return null;
  const { asOf, username } = there;
  return (
    <div className={styles.last}>
      <CloudOff20Regular aria-hidden="true" />
      <p>
        {problem === null
          ? words.lastList(username, momentText(asOf, now), agoText(asOf, now))
          : `${words.lastNotShown} ${problem}`}
      </p>
      <Button size="small" onClick={() => void showLastList()}>
        {words.showLast}
      </Button>
    </div>
  );
}
