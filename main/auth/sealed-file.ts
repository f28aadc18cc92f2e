import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { AppError } from '../../shared/errors/app-error';

const magic = Buffer.from('ERDPC1');
const ivBytes = 12;
const tagBytes = 16;

/** A key for `seal`: 256 bits, as base64. */
export function newKey(): string {
  return randomBytes(32).toString('base64');
}

/** AES-256-GCM; the file's name is authenticated too, so that one file cannot be passed off as another. */
export function seal(text: string, key: string, name: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), iv).setAAD(associated(name));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([magic, iv, cipher.getAuthTag(), sealed]);
}

/** @throws AppError `unreadable` when the bytes are not what this key sealed under this name. */
export function unseal(bytes: Uint8Array, key: string, name: string): string {
  const buffer = Buffer.from(bytes);
  try {
    if (!buffer.subarray(0, magic.length).equals(magic)) throw new Error('not a sealed file');
    const iv = buffer.subarray(magic.length, magic.length + ivBytes);
    const tag = buffer.subarray(magic.length + ivBytes, magic.length + ivBytes + tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), iv, {
      authTagLength: tagBytes,
    })
      .setAAD(associated(name))
      .setAuthTag(tag);
    const sealed = buffer.subarray(magic.length + ivBytes + tagBytes);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new AppError('unreadable', `${name} is damaged, or was written with another key.`, { cause });
  }
}

function associated(name: string): Buffer {
  return Buffer.concat([magic, Buffer.from(name)]);
}

/** Null when there is no such file. @throws AppError `unreadable`, as `unseal`. */
export async function readSealed(file: string, key: string): Promise<string | null> {
  const bytes = await readFile(file).catch(nullWhenMissing);
  return bytes && unseal(bytes, key, basename(file));
}

/** Written whole or not at all, for its owner alone. */
export async function writeSealed(file: string, key: string, text: string): Promise<void> {
  await makeOwnFolder(dirname(file));
  await writeFileAtomic(file, seal(text, key, basename(file)), { mode: 0o600 });
}

/** A damaged file is kept for support beside the new one, under a name that says so. */
export async function moveAside(file: string): Promise<string> {
  const aside = `${file}.damaged`;
  await rename(file, aside);
  return aside;
}

/** @throws AppError `access-denied` when it is there and cannot be removed. */
export async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOTDIR') return;
    throw new AppError('access-denied', `${file} could not be removed. Remove it yourself.`, { cause });
  });
}

/** The folder, for its owner alone. On Windows the profile's own access list says so already. */
export async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
