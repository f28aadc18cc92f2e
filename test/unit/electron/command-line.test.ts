import { expect, it } from 'vitest';
import { readAppOptions } from '../../../main/electron/command-line';

const nothing = {
  demo: false,
  demoFile: undefined,
  demoAccount: undefined,
  userDataFolder: undefined,
  link: null,
};
const link = 'entra-rdp://connect?vm=x';

it.each([
  ['nothing', [], nothing],
  ['the demo', ['--demo'], { ...nothing, demo: true }],
  [
    'a demo of one’s own',
    ['--demo-file=my tenant.json'],
    { ...nothing, demo: true, demoFile: 'my tenant.json' },
  ],
  [
    'a demo account',
    ['--demo-account=lin@contoso.example'],
    { ...nothing, demo: true, demoAccount: 'lin@contoso.example' },
  ],
  ['a folder', ['--user-data-dir=/tmp/x'], { ...nothing, userDataFolder: '/tmp/x' }],
  [
    "Electron's words around ours",
    ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '/app', '--demo', '-r', 'x.cjs'],
    { ...nothing, demo: true },
  ],
  ['a link, as it is registered', ['--', link], { ...nothing, link: { text: link } }],
  [
    'no switch that a link brings along',
    ['--', link, '--demo-file=evil.json', '--user-data-dir=/tmp/evil'],
    { ...nothing, link: { refused: 'more-than-a-link' } },
  ],
  ['no switch behind the mark that there are none', ['--', '--demo'], nothing],
])('reads %s', (_, words, options) => {
  expect(readAppOptions(words)).toEqual(options);
});
