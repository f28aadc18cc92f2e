import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { SignInMethod } from '../../shared/session/session-state';
import { makeOwnFolder, removeFile } from './sealed-file';

/** Which sign-in was chosen last. No secret: tokens are in the sealed file, or with the Azure CLI. */
const ChosenSignIn = z.object({
  version: z.literal(1),
  method: SignInMethod,
  /** MSAL's name of the account; null for the Azure CLI's. */
  homeAccountId: z.string().nullable(),
});
export type ChosenSignIn = z.infer<typeof ChosenSignIn>;

/** Null when none was chosen, and when the file says nothing we understand: then one signs in again. */
export async function readChosenSignIn(file: string): Promise<ChosenSignIn | null> {
  try {
    return ChosenSignIn.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

export async function writeChosenSignIn(file: string, chosen: Omit<ChosenSignIn, 'version'>): Promise<void> {
  await makeOwnFolder(dirname(file));
  const text = JSON.stringify({ version: 1, ...chosen } satisfies ChosenSignIn);
  await writeFileAtomic(file, text, { mode: 0o600 });
}

export async function forgetChosenSignIn(file: string): Promise<void> {
  await removeFile(file);
}
