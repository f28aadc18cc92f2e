import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error';
import { readBounded } from '../../files/read-bounded';
import type { AskPassword } from './ask-password';
import { certificateIn } from './certificate';
import { isPfx, opensWith, readPfx } from './pfx';
import { UnknownProtection } from './pkcs12-decrypt';
import { pemBlocks } from './roots';

export interface Found {
  readonly certificates: readonly X509Certificate[];
  readonly keys: readonly KeyObject[];
}

/** The certificates and keys of a PFX, PEM or DER file. */
export async function partsIn(file: string, askPassword: AskPassword): Promise<Found> {
  const bytes = await readBounded(file, `The certificate ${file}`);
  const text = pemIn(bytes);
  if (text !== null) {
    return { certificates: certificatesInPem(file, text), keys: await keysInPem(file, text, askPassword) };
  }
  const certificate = certificateIn(bytes);
  if (certificate) return { certificates: [certificate], keys: [] };
  if (isPfx(bytes)) return pfxOpened(file, bytes, askPassword);
  throw refused(`${file} is no certificate: neither PFX, nor PEM, nor DER`);
}

/** The keys of a PEM, DER or PFX file. */
export async function keysFrom(file: string, askPassword: AskPassword): Promise<Found> {
  const bytes = await readBounded(file, `The key ${file}`);
  const text = pemIn(bytes);
  const keys =
    text === null ? await keysInDer(file, bytes, askPassword) : await keysInPem(file, text, askPassword);
  if (keys.length === 0) throw refused(`${file} holds no private key`);
  return { certificates: [], keys };
}

/** The certificates of a PEM or DER file; at least one. */
export async function certificatesFrom(file: string): Promise<readonly X509Certificate[]> {
  const bytes = await readBounded(file, `The certificates ${file}`);
  const text = pemIn(bytes);
  const certificates =
    text === null ? [certificateIn(bytes)].flatMap((one) => one ?? []) : certificatesInPem(file, text);
  if (certificates.length === 0) throw refused(`${file} holds no certificate`);
  return certificates;
}

function pemIn(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('latin1');
  return text.includes('-----BEGIN ') ? text : null;
}

function certificatesInPem(file: string, text: string): X509Certificate[] {
  return pemBlocks(text).map((block) => {
    const certificate = certificateIn(block);
    if (!certificate) throw refused(`a certificate in ${file} is damaged`);
    return certificate;
  });
}

const keyBlocks =
  /-----BEGIN (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----/g;

async function keysInPem(file: string, text: string, askPassword: AskPassword): Promise<KeyObject[]> {
  const keys: KeyObject[] = [];
  for (const block of text.match(keyBlocks) ?? []) {
    const isEncrypted = /ENCRYPTED/.test(block);
    const passphrase = isEncrypted ? await askPassword(file) : undefined;
    const key = keyOrNull({ key: block, ...(passphrase !== undefined && { passphrase }) });
    if (!key) throw refused(isEncrypted ? wrongPassword(file) : `the private key in ${file} is damaged`);
    keys.push(key);
  }
  return keys;
}

async function keysInDer(
  file: string,
  bytes: Uint8Array,
  askPassword: AskPassword,
): Promise<readonly KeyObject[]> {
  if (isPfx(bytes)) return (await pfxOpened(file, bytes, askPassword)).keys;
  const key = Buffer.from(bytes);
  const found =
    keyOrNull({ key, format: 'der', type: 'pkcs8' }) ?? keyOrNull({ key, format: 'der', type: 'pkcs1' });
  return found ? [found] : [];
}

async function pfxOpened(file: string, bytes: Uint8Array, askPassword: AskPassword): Promise<Found> {
  try {
    const hasNone = opensWithQuietly(bytes, '');
    const password = hasNone ? '' : await askPassword(file);
    if (!hasNone && !opensWith(bytes, password)) throw refused(wrongPassword(file));
    return readPfx(bytes, password);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (cause instanceof UnknownProtection) {
      throw refused(
        `${file} is protected in a way we cannot undo (${cause.message}). Export it again with AES-256 or Triple DES`,
        cause,
      );
    }
    throw refused(`${file} is damaged, or its password is another one`, cause);
  }
}

// A file without a MAC opens with anything, so only one that has one can be told to have no password.
function opensWithQuietly(bytes: Uint8Array, password: string): boolean {
  if (!opensWith(bytes, password)) return false;
  try {
    readPfx(bytes, password);
    return true;
  } catch {
    return false;
  }
}

function keyOrNull(source: Parameters<typeof createPrivateKey>[0]): KeyObject | null {
  try {
    return createPrivateKey(source);
  } catch {
    return null;
  }
}

function wrongPassword(file: string): string {
  return `the password given for ${file} is wrong`;
}

function refused(why: string, cause?: unknown): AppError {
  return new AppError('invalid-request', `Nothing was signed: ${why}.`, {
    help: 'rdp-signature-certificate',
    cause,
  });
}
