import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Library } from '../../../main/profiles/library';
import { openLibrary } from '../../../main/profiles/open-library';
import { Profile } from '../../../shared/profiles/profile';
import { Template } from '../../../shared/profiles/template';
import { temporaryFolder } from '../../support/temporary-folder';

export function profile(id: string, more: Record<string, unknown> = {}): Profile {
  return Profile.parse({ version: 1, kind: 'profile', id, name: id, ...more });
}

export function template(id: string, more: Record<string, unknown> = {}): Template {
  return Template.parse({
    version: 1,
    kind: 'template',
    id,
    name: id,
    appliesTo: { level: 'named' },
    ...more,
  });
}

/** A library in a folder that nobody has made yet. */
export async function newLibrary(): Promise<{ library: Library; folder: string }> {
  const folder = join(temporaryFolder(), 'library');
  return { library: openLibrary(folder), folder };
}

/** Writes a file of the library as somebody else would: past its lock. */
export async function put(folder: string, file: string, content: string | Uint8Array): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
