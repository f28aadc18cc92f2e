import { describe, expect, it } from 'vitest';
import { asksBeforeOpening } from '../../../../shared/client-pc/rdp-file-dialog';
import type { SignedFiles } from '../../../../shared/launch/signed-files';
import { rdpFilesMayBeOpened } from '../../../../shared/preflight/checks/rdp-files-may-be-opened';
import { aPc, type Case, problem, verdictOf } from '../builders';
import { somePolicies } from '../connection-builders';

const updated = aPc({ revision: 8246 });
const askForSigned =
  'ask: Please send me a connection file signed by a publisher my PC trusts, or allow .rdp files from unknown publishers.';
const dialogRemedies = [
  'do: Compare the address in the dialog with the one shown here, and choose Connect.',
  'ask: Please give me a signed connection file, and put its publisher on the list of trusted ones.',
];

function signed(changes: Partial<SignedFiles['used'][number]> = {}): SignedFiles['used'][number] {
  return {
    route: 'web-account',
    profile: 'Web servers',
    signer: 'Contoso IT',
    certificate: { thumbprint: 'AA11', sha256: 'BB22' },
    ...changes,
  };
}

it.each<Case>([
  [
    'a PC from before April 2026',
    { pcPolicies: somePolicies(), thisPc: aPc({ revision: 8245 }) },
    { status: 'pass', found: 'No policy of this PC forbids opening .rdp files.' },
  ],
  [
    'a PC that was told to keep the old warning',
    { pcPolicies: somePolicies({ redirectionWarningDialogVersion: 1 }), thisPc: updated },
    {
      status: 'pass',
      found:
        '.rdp files open with the warning from before April 2026 (RedirectionWarningDialogVersion is 1).',
    },
  ],
  [
    'the dialog of April 2026, for the first time',
    { pcPolicies: somePolicies({ allowUnsignedFiles: true }), thisPc: updated },
    {
      status: 'warn',
      found:
        'Windows explains .rdp files, once, and then shows “Caution: Unknown remote connection” before it opens our file, as nobody has signed it. The file asks to share nothing of this PC.',
      remedies: dialogRemedies,
    },
  ],
  [
    'the dialog of April 2026, every time after',
    { pcPolicies: somePolicies({ launchConsentAccepted: true }), thisPc: updated },
    {
      status: 'warn',
      found:
        'Windows shows “Caution: Unknown remote connection” before it opens our file, as nobody has signed it. The file asks to share nothing of this PC.',
      remedies: dialogRemedies,
    },
  ],
  [
    'unsigned files forbidden',
    { pcPolicies: somePolicies({ allowUnsignedFiles: false }), thisPc: updated },
    {
      status: 'fail',
      found:
        'A policy of this PC forbids opening .rdp files that nobody has signed (AllowUnsignedFiles is off).',
      remedies: [askForSigned],
    },
  ],
  [
    'all files forbidden',
    { pcPolicies: somePolicies({ allowUnsignedFiles: false, allowSignedFiles: false }) },
    {
      status: 'fail',
      found:
        'A policy of this PC forbids opening .rdp files (AllowSignedFiles and AllowUnsignedFiles are off).',
      remedies: [askForSigned],
    },
  ],
  [
    'the helpdesk’s signed file for one way, on a PC that opens signed files alone',
    {
      pcPolicies: somePolicies({ allowUnsignedFiles: false }),
      thisPc: updated,
      signedFiles: { used: [signed()], passedOver: [] },
    },
    {
      status: 'fail',
      routes: { 'web-account': 'warn', password: 'fail' },
      found:
        'Passwordless: The file “Web servers” is used as it is, signed by Contoso IT. This PC opens .rdp files of publishers it trusts alone (AllowUnsignedFiles is off), and its list of trusted ones does not name this one: Windows decides by the certificate. With a password: A policy of this PC forbids opening .rdp files that nobody has signed (AllowUnsignedFiles is off).',
      remedies: [
        'ask: Please have my PC trust the publisher of our connection files, Contoso IT.',
        askForSigned,
      ],
    },
  ],
  [
    'signed files for both ways, of a publisher that the policy trusts',
    {
      pcPolicies: somePolicies({ allowUnsignedFiles: false, trustedThumbprints: ['aa11'] }),
      thisPc: updated,
      signedFiles: { used: [signed(), signed({ route: 'password' })], passedOver: [] },
    },
    {
      status: 'pass',
      found:
        'The file “Web servers” is used as it is, signed by Contoso IT. A policy of this PC trusts that publisher, so it opens without a question.',
    },
  ],
  [
    'a signed file and the dialog of April 2026',
    {
      pcPolicies: somePolicies(),
      thisPc: updated,
      signedFiles: { used: [signed(), signed({ route: 'password' })], passedOver: [] },
    },
    {
      status: 'warn',
      found:
        'The file “Web servers” is used as it is, signed by Contoso IT. Windows shows “Verify the publisher of this remote connection” before it opens.',
      remedies: [
        'do: Compare publisher and address in the dialog, tick the boxes you need, and choose Connect.',
        'ask: Please put the publisher of our connection files, Contoso IT, on the list of trusted ones.',
      ],
    },
  ],
  [
    'a signed file on a PC from before April 2026',
    {
      pcPolicies: somePolicies(),
      thisPc: aPc({ revision: 8245 }),
      signedFiles: { used: [signed()], passedOver: [] },
    },
    {
      status: 'pass',
      found:
        'Passwordless: The file “Web servers” is used as it is, signed by Contoso IT. No policy of this PC forbids opening it. With a password: No policy of this PC forbids opening .rdp files.',
    },
  ],
  [
    'a signed file that does not fit, where nothing else opens',
    {
      pcPolicies: somePolicies({ allowUnsignedFiles: false }),
      thisPc: updated,
      signedFiles: {
        used: [],
        passedOver: (['web-account', 'password'] as const).map((route) => ({
          route,
          because: 'The finished file “Web servers” is not used: its signature does not hold.',
        })),
      },
    },
    {
      status: 'fail',
      found:
        'A policy of this PC forbids opening .rdp files that nobody has signed (AllowUnsignedFiles is off). The finished file “Web servers” is not used: its signature does not hold.',
      remedies: [askForSigned],
    },
  ],
  [
    'a registry that could not be read',
    { pcPolicies: problem('unexpected', 'The registry could not be read.', null) },
    { status: 'unknown', because: 'The registry could not be read.' },
  ],
  [
    'a PC without Windows',
    { pcPolicies: problem('not-here', 'Policies are a matter of Windows.') },
    { status: 'skip', because: 'Policies are a matter of Windows.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(rdpFilesMayBeOpened, known)).toEqual(expected);
});

describe('the dialog of April 2026', () => {
  it.each([
    ['Windows 11 24H2 with the update', aPc({ revision: 8246 }), true],
    ['Windows 11 24H2 without it', aPc({ revision: 8245 }), false],
    ['Windows Server 2025, which counts apart', aPc({ installationType: 'Server', revision: 8246 }), false],
    ['Windows Server 2025 with the update', aPc({ installationType: 'Server', revision: 32690 }), true],
    ['Windows 10 22H2 with the update', aPc({ build: 19045, revision: 7184 }), true],
    ['a release made after it', aPc({ build: 26300, revision: 1 }), true],
    ['a release nobody updates any more', aPc({ build: 19042, revision: 9999 }), false],
    ['a revision that could not be read', aPc({ revision: null }), false],
    ['a PC that could not be read', undefined, false],
  ])('%s: %s', (_, thisPc, expected) => {
    expect(asksBeforeOpening(thisPc)).toBe(expected);
  });
});
