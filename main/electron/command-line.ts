import { parseArgs } from 'node:util';

/** What the app can be told when it is started, for demonstrations and tests. */
export interface AppOptions {
  readonly demo: boolean;
  readonly demoFile: string | undefined;
  readonly demoAccount: string | undefined;
  readonly userDataFolder: string | undefined;
}

/** Reads the app's own switches. Chromium's and Electron's stand among them and are none of ours. */
export function readAppOptions(words: readonly string[]): AppOptions {
  const { values } = parseArgs({
    args: [...words],
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
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
