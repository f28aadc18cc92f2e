import type { Verification } from './verification';

/** What Windows calls a publisher: the common name of its certificate, else all of its subject. */
export function signerName(verification: Verification | null): string | null {
  const subject = verification?.signer?.subject ?? null;
  return /(?:^|[,\n]\s*)CN=([^,\n]+)/.exec(subject ?? '')?.[1] ?? subject;
}
