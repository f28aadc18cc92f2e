import { expect, it } from 'vitest';
import { parseSavedCredentials } from '../../../shared/client-pc/saved-credentials';

const english = `
Currently stored credentials:

    Target: LegacyGeneric:target=MicrosoftAccount:user=ada@outlook.example
    Type: Generic
    User: ada@outlook.example
    Local machine persistence

    Target: LegacyGeneric:target=TERMSRV/ready-01
    Type: Generic
    User: AzureAD\\ada@contoso.example
    Local machine persistence

    Target: Domain:target=TERMSRV/10.0.0.4
    Type: Domain Password
    User: CONTOSO\\bob

`;
const french = `
Informations d'identification actuellement stockées :

    Cible : Domain:target=TERMSRV/web-01.corp.example
    Type : Mot de passe de domaine
    Utilisateur : CONTOSO\\José
`;

it('reads those for remote desktops, and no others', () => {
  expect(parseSavedCredentials(english.replaceAll('\n', '\r\n'))).toEqual([
    { target: 'TERMSRV/ready-01', username: 'AzureAD\\ada@contoso.example' },
    { target: 'TERMSRV/10.0.0.4', username: 'CONTOSO\\bob' },
  ]);
});

it('reads them in another language', () => {
  expect(parseSavedCredentials(french)).toEqual([
    { target: 'TERMSRV/web-01.corp.example', username: 'CONTOSO\\José' },
  ]);
});

it.each([
  ['none are stored', '\r\nCurrently stored credentials:\r\n\r\n* NONE *\r\n'],
  ['nothing was printed', ''],
])('finds none when %s', (_, text) => {
  expect(parseSavedCredentials(text)).toEqual([]);
});

it('leaves the user open where the entry is cut short', () => {
  expect(parseSavedCredentials('    Target: LegacyGeneric:target=TERMSRV/ready-01')).toEqual([
    { target: 'TERMSRV/ready-01', username: null },
  ]);
});
