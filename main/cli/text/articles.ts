const articles = import.meta.glob<string>('../../../shared/troubleshoot/articles/*.md', {
  query: '?raw',
  import: 'default',
});

/** The article of a help topic; null where the words name none. */
export async function articleNamed(topic: string): Promise<string | null> {
  const load = articles[`../../../shared/troubleshoot/articles/${topic}.md`];
  return load ? await load() : null;
}
