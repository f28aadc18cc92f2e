import { AppError } from '../../../shared/errors/app-error';
import type { Command } from '../command';

export const explain: Command = {
  name: 'explain',
  argument: {
    name: '<words...>',
    description: 'a code (decimal, hex, AADSTS…, exit code) or the words of a dialog',
  },
  summary: 'what an error means, and what mends it; also the article of a check, by its id',
  notes: 'Example: entra-rdp explain -2145648574',

  async run({ words, output }) {
    const query = words.join(' ').trim();
    if (!query) throw new AppError('invalid-request', 'Give a code or the words of a dialog.');
    const { articleNamed } = await import('../text/articles');
    const article = await articleNamed(query);
    if (article !== null) {
      output.answer({ query, matches: [], article }, () => article.trim());
      return 0;
    }
    const { explain: matchesOf } = await import('../../../shared/troubleshoot/match');
    const matches = matchesOf(query);
    output.answer({ query, matches }, () =>
      matches.length
        ? matches
            .map(
              ({ isNearest, cause, remedy }) =>
                `${isNearest ? 'Not known; the nearest is: ' : ''}${cause}\n  ${remedy}`,
            )
            .join('\n\n')
        : 'Not known. Paste the whole text of the dialog, or the code with its sign.',
    );
    return matches.some(({ isNearest }) => !isNearest) ? 0 : 1;
  },
};
