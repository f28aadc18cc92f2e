import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a program that stands in for an RDP client: a script of `sh`. */
export async function makeProgram(folder: string, name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}
