import { Link } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { HelpTopicId } from '../../shared/errors/help-topics';
import { useApp } from '../store/store';

interface ArticleLinkProps {
  readonly topic: HelpTopicId;
  readonly children?: ReactNode;
}

/** Opens one of our own articles beside the page. */
export function ArticleLink({ topic, children = 'Read the article' }: ArticleLinkProps): ReactElement {
  const showArticle = useApp((state) => state.showArticle);
  return (
    <Link as="button" inline onClick={() => showArticle(topic)}>
      {children}
    </Link>
  );
}
