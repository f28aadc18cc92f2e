import { expect, it } from 'vitest';
import { noStaleSavedCredential } from '../../../../shared/preflight/checks/no-stale-saved-credential';
import { anAccount, type Case, problem, verdictOf } from '../builders';
import { aTarget } from '../connection-builders';

const account = anAccount();
const target = aTarget();
const saved = (name: string, username: string | null) => [{ target: name, username }];

it.each<Case>([
  [
    'nothing saved for this host',
    { savedCredentials: saved('TERMSRV/db-01', 'CONTOSO\\old'), target, account },
    { status: 'pass', found: 'Windows has no password saved for WEB-01.' },
  ],
  [
    'your own, with the directory in front',
    { savedCredentials: saved('TERMSRV/web-01', 'AzureAD\\Ada@contoso.example'), target, account },
    { status: 'pass', found: 'Windows has a password saved for web-01, and it is yours.' },
  ],
  [
    "somebody else's",
    { savedCredentials: saved('TERMSRV/web-01', 'CONTOSO\\old'), target, account },
    {
      status: 'warn',
      found: 'Windows has a password of CONTOSO\\old saved for web-01 and offers it first.',
      remedies: ['cmd: cmdkey /delete:TERMSRV/web-01'],
    },
  ],
  [
    "nobody's, for the address the password route goes to",
    {
      savedCredentials: saved('Domain:target=TERMSRV/203.0.113.5', null),
      target: aTarget({ resolves: false, passwordFallback: '203.0.113.5' }),
      account,
    },
    {
      status: 'warn',
      found: 'Windows has a password of an unnamed user saved for 203.0.113.5 and offers it first.',
      remedies: ['cmd: cmdkey /delete:TERMSRV/203.0.113.5'],
    },
  ],
  [
    'a host that would need quoting in a command',
    { savedCredentials: saved('TERMSRV/web&01', 'old'), target: aTarget({ address: 'web&01' }), account },
    {
      status: 'warn',
      found: 'Windows has a password of old saved for web&01 and offers it first.',
      remedies: [
        'do: Delete the saved password in Control Panel > Credential Manager > Windows Credentials.',
      ],
    },
  ],
  [
    'one saved, and no account to compare with',
    {
      savedCredentials: saved('TERMSRV/web-01', 'old'),
      target,
      account: problem('sign-in-required', 'Nobody is signed in.', null),
    },
    { status: 'unknown', because: 'Nobody is signed in.' },
  ],
  [
    'a PC without Windows',
    { savedCredentials: problem('not-here', 'Saved credentials are a matter of Windows.'), target },
    { status: 'skip', because: 'Saved credentials are a matter of Windows.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(noStaleSavedCredential, known)).toEqual(expected);
});
