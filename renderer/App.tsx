import { FluentProvider } from '@fluentui/react-components';
import { type ReactElement, Suspense, useEffect } from 'react';
import styles from './App.module.css';
import { lazily } from './components/lazily';
import { useFileDrop } from './components/use-file-drop';
import { useSecondClick } from './components/use-second-click';
import { LinkBar } from './features/shell/LinkBar';
import { Rail } from './features/shell/Rail';
import { StatusBar } from './features/shell/StatusBar';
import { TopBar } from './features/shell/TopBar';
import { useShortcuts } from './features/shell/use-shortcuts';
import { SessionBar } from './features/sign-in/SessionBar';
import { PageOf } from './PageOf';
import { useApp } from './store/store';
import { useTheme } from './theme';

const ArticlePane = lazily('ArticlePane', () => import('./components/article/ArticlePane'));
const KeyboardSheet = lazily('KeyboardSheet', () => import('./features/shell/KeyboardSheet'));
const CertificateDialog = lazily('CertificateDialog', () => import('./features/vm/CertificateDialog'));
const SetupDialog = lazily('SetupDialog', () => import('./features/settings/SetupDialog'));

/** The window: bars around one page, and at most one thing laid over it. */
export function App(): ReactElement {
  const choice = useApp(({ settings }) => (settings.phase === 'known' ? settings.settings.theme : 'system'));
  const { theme, isDark } = useTheme(choice);
  useShortcuts();
  useSecondClick();
  const isDropping = useFileDrop();

  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [isDark]);

  return (
    // Whatever is laid over the page repeats the provider's classes, so the layout stands in a box of its own.
    <FluentProvider theme={theme}>
      <div className={styles.app}>
        <TopBar />
        <SessionBar />
        <LinkBar />
        <div className={styles.middle}>
          <Rail />
          <main className={styles.page}>
            <PageOf />
          </main>
        </div>
        <StatusBar />
      </div>
      <Overlays />
      {isDropping && (
        <div className={styles.drop}>
          Drop an .rdp file to look into it, a CSV to make many files, or the set-up file of your organisation
        </div>
      )}
    </FluentProvider>
  );
}

function Overlays(): ReactElement {
  const overlay = useApp((state) => state.overlay);
  const question = useApp(({ connect }) => (connect.phase === 'connecting' ? connect.question : null));
  const setupOffer = useApp((state) => state.setupOffer);
  return (
    <Suspense>
      {overlay.kind === 'article' && <ArticlePane key={overlay.topic} topic={overlay.topic} />}
      {overlay.kind === 'shortcuts' && <KeyboardSheet />}
      {question && <CertificateDialog question={question} />}
      {(setupOffer.phase === 'offered' || setupOffer.phase === 'failed') && <SetupDialog />}
    </Suspense>
  );
}
