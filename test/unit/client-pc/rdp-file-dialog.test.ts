import { expect, it } from 'vitest';
import { asksAbout } from '../../../shared/client-pc/rdp-file-dialog';

const pc = {
  os: 'windows',
  hostName: 'ADA-LAPTOP',
  build: 26100,
  revision: 8246,
  displayVersion: '24H2',
  productName: 'Windows 11 Enterprise',
  edition: 'Enterprise',
  installationType: 'Client',
} as const;
const thumbprint = 'AB'.repeat(20);
const signer = {
  subject: 'CN=Contoso IT',
  issuer: 'CN=Contoso IT',
  serialNumber: '01',
  thumbprint,
  sha256: 'CD'.repeat(32),
  validFrom: '2026-01-01T00:00:00Z',
  validTo: '2027-01-01T00:00:00Z',
};
const policies = {
  allowSignedFiles: null,
  allowUnsignedFiles: null,
  redirectionWarningDialogVersion: null,
  launchConsentAccepted: null,
  trustedThumbprints: [thumbprint.toLowerCase()],
};

type Asked = Parameters<typeof asksAbout>;

it.each<[string, boolean, Asked[0], Partial<NonNullable<Asked[1]>> | null, Asked[2]]>([
  ['a PC of today, of a file nobody signed', true, pc, policies, null],
  ['a PC whose policies could not be read', true, pc, null, { valid: true, signer }],
  ['one that trusts the publisher', false, pc, policies, { valid: true, signer }],
  [
    'one that trusts the publisher by SHA-256',
    false,
    pc,
    { ...policies, trustedThumbprints: [signer.sha256] },
    { valid: true, signer },
  ],
  ['one that trusts the publisher of a file that was changed', true, pc, policies, { valid: false, signer }],
  ['one that trusts others', true, pc, { ...policies, trustedThumbprints: [] }, { valid: true, signer }],
  ['one with the older warning', false, pc, { ...policies, redirectionWarningDialogVersion: 1 }, null],
  ['one from before April 2026', false, { ...pc, revision: 7019 }, policies, null],
  ['one that is not known', false, null, null, null],
])('tells whether Windows asks on %s', (_, asks, thisPc, set, verification) => {
  expect(asksAbout(thisPc, set as Asked[1], verification)).toBe(asks);
});
