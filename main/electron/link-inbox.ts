import type { OpenedLink } from '../../shared/links/connect-link';
import type { GivenLink } from './given-words';

/** Links on their way to the page, which may not be there yet. */
export interface LinkInbox {
  /** Hands a link over at once where the page listens, and keeps the last one where it does not yet. */
  put(link: GivenLink): void;
  /** The one that waits, once; from then on `onOpened` is called. */
  take(): Promise<OpenedLink | null>;
  /** Hears of every link that comes once the first was taken. */
  onOpened(listener: (link: OpenedLink) => void): void;
}

export function createLinkInbox(first: GivenLink | null): LinkInbox {
  let waiting = first;
  let tell: ((link: OpenedLink) => void) | null = null;
  let isTaken = false;

  return {
    put(link) {
      if (!isTaken || !tell) waiting = link;
      else void read(link).then(tell);
    },
    async take() {
      isTaken = true;
      const link = waiting;
      waiting = null;
      return link && read(link);
    },
    onOpened(listener) {
      tell = listener;
    },
  };
}

// Loaded with the first link: most starts have none.
async function read(link: GivenLink): Promise<OpenedLink> {
  const { openedLink, linkWithMore } = await import('../../shared/links/read-link');
  return 'text' in link ? openedLink(link.text) : linkWithMore();
}
