import { expect, it } from 'vitest';
import { connectionIn } from '../../../shared/rdp/connection';
import { settingIn } from '../../../shared/rdp/parse';

const of = (...lines: string[]) => connectionIn(lines.flatMap((line) => settingIn(line) ?? []));
const nothingElse = { port: null, username: null, route: 'password', otherAddress: null };

it.each([
  ['a name', ['full address:s:web-01'], { host: 'web-01' }],
  ['a name and a port', ['full address:s:web-01:3390'], { host: 'web-01', port: 3390 }],
  ['a port beside it', ['full address:s:web-01', 'server port:i:3390'], { host: 'web-01', port: 3390 }],
  ['both ports', ['full address:s:web-01:3390', 'server port:i:4000'], { host: 'web-01', port: 3390 }],
  ['a port that is none', ['full address:s:web-01', 'server port:i:99999'], { host: 'web-01' }],
  ['an IPv6 address', ['full address:s:fd00::4'], { host: 'fd00::4' }],
  ['an IPv6 address with a port', ['full address:s:[fd00::4]:3390'], { host: 'fd00::4', port: 3390 }],
  [
    'another address, which wins',
    ['full address:s:web-01', 'alternate full address:s:db-01'],
    { host: 'db-01', otherAddress: 'web-01' },
  ],
  [
    'the same address twice',
    ['full address:s:web-01', 'alternate full address:s:WEB-01'],
    { host: 'WEB-01' },
  ],
  ['only the other address', ['alternate full address:s:db-01'], { host: 'db-01' }],
  ['an empty other address', ['full address:s:web-01', 'alternate full address:s:'], { host: 'web-01' }],
  ['a setting written twice', ['full address:s:a', 'full address:s:b'], { host: 'b' }],
  [
    'a web account',
    ['full address:s: web-01 ', 'username:s:lin@contoso.example', 'enablerdsaadauth:i:1'],
    { host: 'web-01', username: 'lin@contoso.example', route: 'web-account' },
  ],
] as const)('reads %s', (_, lines, expected) => {
  expect(of(...lines)).toEqual({ ...nothingElse, ...expected });
});

it('finds no computer where none is named', () => {
  expect(of('username:s:lin', 'full address:s:')).toBeNull();
});
