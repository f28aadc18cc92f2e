import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  Spinner,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { Markdown } from 'markdown-to-jsx/react';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import type { HelpTopicId } from '../../../shared/errors/help-topics';
import { useApp } from '../../store/store';
import { ExternalLink } from '../ExternalLink';
import styles from './ArticlePane.module.css';
import { type Article, readArticle } from './articles';

type Reading =
  | { readonly phase: 'reading' }
  | { readonly phase: 'read'; readonly article: Article }
  | { readonly phase: 'missing' };

interface ArticlePaneProps {
  readonly topic: HelpTopicId;
}

/** One troubleshooting article, beside the page it explains. */
export function ArticlePane({ topic }: ArticlePaneProps): ReactElement {
  const closeOverlay = useApp((state) => state.closeOverlay);
  const reading = useArticle(topic);
  return (
    <OverlayDrawer
      open
      position="end"
      size="medium"
      className={styles.pane ?? ''}
      onOpenChange={(_, { open }) => !open && closeOverlay()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ className: styles.title ?? '' }}
          action={
            <Button
              appearance="subtle"
              aria-label="Close"
              icon={<Dismiss20Regular />}
              onClick={closeOverlay}
            />
          }
        >
          {reading.phase === 'read' ? reading.article.title : 'Article'}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {reading.phase === 'reading' && <Spinner size="small" label="Opening the article" />}
        {reading.phase === 'missing' && (
          <p>
            This version of the app has no article called <code>{topic}</code>.
          </p>
        )}
        {reading.phase === 'read' && (
          <div className={styles.article}>
            <Markdown options={markdownOptions}>{reading.article.body}</Markdown>
          </div>
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

interface LinkProps {
  readonly href?: string;
  readonly children: ReactNode;
}

const markdownOptions = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: {
    a: ({ href, children }: LinkProps) =>
      href?.startsWith('https://') ? <ExternalLink url={href}>{children}</ExternalLink> : <>{children}</>,
    // A box that scrolls must be reachable with the keyboard.
    pre: ({ children }: LinkProps) => <pre tabIndex={0}>{children}</pre>,
  },
} as const;

/** One pane reads one article: another topic is another pane. */
function useArticle(topic: HelpTopicId): Reading {
  const [reading, setReading] = useState<Reading>({ phase: 'reading' });
  useEffect(() => {
    let isCurrent = true;
    void readArticle(topic).then((article) => {
      if (isCurrent) setReading(article ? { phase: 'read', article } : { phase: 'missing' });
    });
    return () => {
      isCurrent = false;
    };
  }, [topic]);
  return reading;
}
