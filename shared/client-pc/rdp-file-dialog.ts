import type { SignerCertificate } from '../rdp/signature/verification';
import type { PcPolicies, ThisPc } from './this-pc';

/**
 * The revision from which Windows asks before it opens any .rdp file: the updates of 2026-04-14.
 * Source: CVE-2026-26151 (fixed builds), read 2026-11-22. Windows Server 2025 counts its revisions apart.
 */
const asksFrom: Readonly<Record<number, number>> = {
  17763: 8644,
  19044: 7184,
  19045: 7184,
  20348: 5020,
  22631: 6936,
  25398: 2274,
  26100: 8246,
  26200: 8246,
  28000: 1836,
};
const server2025AsksFrom = 32690;

/** Whether opening an .rdp file shows the dialog of April 2026 on this PC. */
export function asksBeforeOpening(thisPc: ThisPc | undefined): boolean {
  const { build, revision, installationType } = thisPc ?? {};
  if (!build || typeof revision !== 'number') return false;
  const isServer2025 = build === 26100 && installationType !== null && installationType !== 'Client';
  const from = isServer2025 ? server2025AsksFrom : asksFrom[build];
  return from === undefined ? build > 26200 : revision >= from;
}

type Signer = Pick<SignerCertificate, 'thumbprint' | 'sha256'>;

/** Whether this PC shows it for a file: not where a policy keeps the older warning, or trusts the publisher. */
export function asksAbout(
  thisPc: ThisPc | null,
  policies: PcPolicies | null,
  verification: { readonly valid: boolean; readonly signer: Signer | null } | null,
): boolean {
  if (!asksBeforeOpening(thisPc ?? undefined) || policies?.redirectionWarningDialogVersion === 1)
    return false;
  const signer = verification?.valid ? verification.signer : null;
  return !signer || !isTrustedByPolicy(policies, signer);
}

/** Whether a policy of this PC lists the publisher as one whose files open without a question. */
export function isTrustedByPolicy(
  policies: Pick<PcPolicies, 'trustedThumbprints'> | null,
  { thumbprint, sha256 }: Signer,
): boolean {
  const trusted = new Set(policies?.trustedThumbprints.map((text) => text.toUpperCase()));
  return [thumbprint, sha256].some((one) => trusted.has(one.toUpperCase()));
}
