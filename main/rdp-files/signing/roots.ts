import { readFile } from 'node:fs/promises';
import * as tls from 'node:tls';
import { certificateIn } from './certificate';
import type { TrustedRoots } from './verify';

/** Where Linux distributions keep the authorities of the system, in one file. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
];

/**
 * The authorities this system trusts: those of its own store where the runtime can read it (Node 22.15 and
 * newer), else of the distribution's file; and those the runtime brings. A company's own root may be missing
 * on an older runtime: then it has to be given.
 */
export async function rootsOfThisSystem(): Promise<TrustedRoots> {
  const bundles = await Promise.all(linuxBundles.map((path) => readFile(path, 'utf8').catch(() => '')));
  const texts = [...storeOfTheSystem(), ...bundles.flatMap(pemBlocks), ...tls.rootCertificates];
  const certificates = [...new Set(texts.map((text) => text.trim()))].flatMap(
    (text) => certificateIn(text) ?? [],
  );
  return { judgedBy: 'roots-of-this-system', certificates };
}

export function pemBlocks(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}

interface NewerTls {
  readonly rootCertificates: readonly string[];
  readonly getCACertificates?: (kind: 'system') => string[];
}

// Newer than the oldest runtime we support, so its types do not know it.
function storeOfTheSystem(): readonly string[] {
  const { getCACertificates }: NewerTls = tls;
  try {
    return getCACertificates?.('system') ?? [];
  } catch {
    return [];
  }
}
