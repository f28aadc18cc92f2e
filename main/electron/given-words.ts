/** The words the app was started with: its own switches, and the link that somebody opened. */
export interface GivenWords {
  readonly own: readonly string[];
  readonly link: GivenLink | null;
}

/** A link as it came, or that more came than a link. */
export type GivenLink = { readonly text: string } | { readonly refused: 'more-than-a-link' };

/**
 * Tells a link from the app's own words. The system writes a link at the end of the command that was registered,
 * and a link with a quote in it could end that word and go on with switches of its own: whatever stands behind a
 * link counts for nothing, and the link with it.
 */
export function sortGivenWords(words: readonly string[]): GivenWords {
  const at = words.findIndex((word) => /^\s*entra-rdp:/i.test(word));
  if (at < 0) return { own: words, link: null };
  const [text = '', ...behind] = words.slice(at);
  return {
    own: words.slice(0, at),
    link: behind.length === 0 ? { text } : { refused: 'more-than-a-link' },
  };
}
