import type { HelpTopicId } from '../../../shared/errors/help-topics';

export interface Article {
  readonly title: string;
  /** Markdown without its first heading. */
  readonly body: string;
}

const folder = '../../../shared/troubleshoot/articles/';

const files = import.meta.glob<string>('../../../shared/troubleshoot/articles/*.md', {
  query: '?raw',
  import: 'default',
});

/** Fetches one article; undefined where there is none of that name. */
export async function readArticle(topic: HelpTopicId): Promise<Article | undefined> {
  const text = await files[`${folder}${topic}.md`]?.();
  return text === undefined ? undefined : articleOf(text);
}

/** An article is called by its first heading. */
export function articleOf(text: string): Article {
  const heading = /^\s*#\s+(.+)\n/.exec(text);
  return heading
    ? { title: heading[1]?.trim() ?? '', body: text.slice(heading[0].length) }
    : { title: 'Article', body: text };
}
