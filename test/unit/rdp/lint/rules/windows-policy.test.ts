import { expect, it } from 'vitest';
import type { PcPolicies } from '../../../../../shared/client-pc/this-pc';
import { windowsPolicy } from '../../../../../shared/rdp/lint/rules/windows-policy';
import { lookAt, seen } from '../look-at';

const none: PcPolicies = {
  pku2uAllowed: null,
  remoteCredentialGuard: null,
  allowSignedFiles: null,
  allowUnsignedFiles: null,
  trustedThumbprints: [],
  redirectionWarningDialogVersion: null,
  launchConsentAccepted: null,
};
const plain = ['full address:s:a'];
const signed = ['full address:s:a', 'signscope:s:Full Address', 'signature:s:AQABAAEAAABkAAAA'];

it('says nothing of policies it does not know', () => {
  expect(lookAt(windowsPolicy, plain)).toEqual([]);
});

it.each([
  ['no policy', plain, {}, []],
  ['unsigned files forbidden', plain, { allowUnsignedFiles: false }, [seen('high', 1, 'nobody has signed')]],
  ['unsigned files forbidden, and a signed one', signed, { allowUnsignedFiles: false }, []],
  ['signed files forbidden', signed, { allowSignedFiles: false }, [seen('high', 1, 'forbids signed')]],
  ['signed files forbidden, and an unsigned one', plain, { allowSignedFiles: false }, []],
  [
    'publishers on the list',
    signed,
    { trustedThumbprints: ['AA'] },
    [seen('info', 1, 'trusts certain publishers, by a thumbprint')],
  ],
  ['the old warning', plain, { redirectionWarningDialogVersion: 1 }, [seen('info', 1, 'before April 2026')]],
])('%s', (_, lines, policies, observations) => {
  expect(lookAt(windowsPolicy, lines, { ...none, ...policies })).toEqual(observations);
});
