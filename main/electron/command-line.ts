import { parseArgs } from 'node:util';
import { type GivenLink, sortGivenWords } from './given-words';

/** What the app can be told when it is started: a link, and for demonstrations and tests a demo. */
export interface AppOptions {
  readonly demo: boolean;
  readonly demoFile: string | undefined;
  readonly demoAccount: string | undefined;
  readonly userDataFolder: string | undefined;
  readonly link: GivenLink | null;
}

/** Reads the app's own switches. Chromium's and Electron's stand among them and are none of ours. */
export function readAppOptions(words: readonly string[]): AppOptions {
  const { own, link } = sortGivenWords(words);
  const { values } = parseArgs({
    args: [...own],
    strict: false,
    options: {
      demo: { type: 'boolean' },
      'demo-file': { type: 'string' },
      'demo-account': { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const demoFile = textOf(values['demo-file']);
  const demoAccount = textOf(values['demo-account']);
  return {
    demo: values['demo'] === true || demoFile !== undefined || demoAccount !== undefined,
    demoFile,
    demoAccount,
    userDataFolder: textOf(values['user-data-dir']),
    link,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
