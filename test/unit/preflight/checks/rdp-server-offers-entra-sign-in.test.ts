import { expect, it } from 'vitest';
import { rdpServerOffersEntraSignIn } from '../../../../shared/preflight/checks/rdp-server-offers-entra-sign-in';
import { type Case, problem, verdictOf } from '../builders';
import { aProbe } from '../connection-builders';

it.each<Case>([
  [
    'a service that accepts it',
    { rdpProbe: aProbe() },
    { status: 'pass', found: 'The RDP service accepts Entra ID sign-in (RDS AAD Auth).' },
  ],
  [
    'one that declines',
    { rdpProbe: aProbe({ offersEntraSignIn: false }) },
    {
      status: 'warn',
      found:
        'The RDP service declines Entra ID sign-in. It offers HYBRID. The VM may not have joined, or may lack the updates of October 2022.',
      remedies: [
        'ask: Please check that the VM shows AzureAdJoined : YES in dsregcmd /status, and install Windows updates.',
        'do: If the sign-in fails, sign in with a password.',
      ],
    },
  ],
  [
    'one that says nothing',
    { rdpProbe: aProbe({ offersEntraSignIn: null, otherSecurity: null }) },
    { status: 'unknown', because: 'The RDP service gave no answer when asked for Entra ID sign-in.' },
  ],
  [
    'a port that is closed',
    { rdpProbe: { outcome: 'closed', address: '10.1.0.5', port: 3389 } },
    { status: 'skip', because: 'No RDP service answered.' },
  ],
  [
    'a probe that failed',
    { rdpProbe: problem('timed-out', 'The probe took too long.', null) },
    { status: 'unknown', because: 'The probe took too long.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(rdpServerOffersEntraSignIn, known)).toEqual(expected);
});
