import type { X509Certificate } from 'node:crypto';
import { join, resolve } from 'node:path';
import { encodeRdp } from '../../../shared/rdp/serialize';
import {
  groupPolicyText,
  intuneText,
  type Publisher,
  readmeText,
  registryText,
  thumbprintText,
} from '../../../shared/rdp/signature/trust-texts';
import { type FileSystem, fileSystem } from '../file-system';
import { makeFolder } from '../make-folder';
import { explained, writeWhole } from '../write-whole';
import { describeCertificate, nameOf } from './certificate';
import { isIssuedBy } from './chain';

export interface TrustKit {
  readonly publisher: Publisher;
  /** Absolute. */
  readonly files: readonly string[];
}

/**
 * Writes what makes a publisher trusted on Windows PCs, for an admin to read and apply. Nothing is applied,
 * and the private key is not part of it.
 *
 * @throws AppError `disk-full`; `access-denied`; `not-found` for the folder.
 */
export async function writeTrustKit(
  certificate: X509Certificate,
  folder: string,
  files: FileSystem = fileSystem,
): Promise<TrustKit> {
  const publisher = publisherOf(certificate);
  const target = resolve(folder);
  await makeFolder(files, target).catch((cause: unknown) => {
    throw explained(join(target, 'README.txt'), cause);
  });
  const written: string[] = [];
  for (const [name, bytes] of contents(certificate, publisher)) {
    const path = join(target, name);
    await writeWhole(files, path, bytes);
    written.push(path);
  }
  return { publisher, files: written };
}

function contents(certificate: X509Certificate, publisher: Publisher): readonly [string, Uint8Array][] {
  return [
    ['README.txt', text(readmeText(publisher))],
    ['publisher.cer', certificate.raw],
    ['thumbprint.txt', text(thumbprintText(publisher))],
    ['group-policy.txt', text(groupPolicyText(publisher))],
    ['intune.txt', text(intuneText(publisher))],
    ['registry.reg', encodeRdp(registryText(publisher))],
  ];
}

// With a mark, as Windows takes a text without one for its own code page.
function text(content: string): Uint8Array {
  return Buffer.from(`\ufeff${content}`, 'utf8');
}

function publisherOf(certificate: X509Certificate): Publisher {
  const { thumbprint, sha256, validTo } = describeCertificate(certificate);
  return {
    // It is written into a registry comment and into texts, one line each.
    name: nameOf(certificate).replace(/\p{Cc}/gu, ' '),
    sha1: thumbprint,
    sha256,
    validTo,
    isSelfSigned: isIssuedBy(certificate, certificate),
  };
}
