import { expect, it } from 'vitest';
import { webAccountContradicted } from '../../../../../shared/rdp/lint/rules/web-account-contradicted';
import { lookAt, seen } from '../look-at';

it.each([
  ['a password file', ['username:s:AzureAD\\ada@contoso.example', 'prompt for credentials:i:1'], []],
  [
    'a good one',
    ['enablerdsaadauth:i:1', 'username:s:ada@contoso.example', 'allowed security protocols:s:RDS AAD Auth'],
    [],
  ],
  [
    'a backslash',
    ['enablerdsaadauth:i:1', 'username:s:AzureAD\\ada@contoso.example'],
    [seen('low', 2, 'user@domain.com')],
  ],
  [
    'a domain and a prompt',
    ['enablerdsaadauth:i:1', 'domain:s:CONTOSO', 'prompt for credentials:i:1'],
    [seen('low', 2, '“domain” is set'), seen('low', 3, 'no password')],
  ],
  ['the older switch', ['targetisaadjoined:i:1', 'enablerdsaadauth:i:1'], [seen('low', 1, 'replaces it')]],
  [
    'no negotiation',
    ['enablerdsaadauth:i:1', 'negotiate security layer:i:0'],
    [seen('medium', 2, 'no room')],
  ],
  [
    'other protocols',
    ['enablerdsaadauth:i:1', 'allowed security protocols:s:TLS;CredSSP'],
    [seen('medium', 2, 'ruled out')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(webAccountContradicted, lines)).toEqual(observations);
});
