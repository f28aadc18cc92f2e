import { resolve } from 'node:path';

export const fileArgument = { name: '<file>', description: 'an .rdp file' };

export const outOption = {
  flags: '--out <file>',
  description: 'write the result here, and leave the file as it is',
};

/** Writes into another file, or in place: then links and permissions stay. Gives the absolute path. */
export async function saveTo(file: string, out: string | undefined, bytes: Uint8Array): Promise<string> {
  if (out !== undefined && resolve(out) !== resolve(file)) {
    const { saveProfile } = await import('../../../rdp-files/save-profile');
    return saveProfile(out, bytes);
  }
  const { replaceFile } = await import('../../../rdp-files/replace-file');
  return replaceFile(file, bytes);
}
