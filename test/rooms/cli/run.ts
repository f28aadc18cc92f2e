import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createOutput } from '../../../main/cli/output';
import { runCommandLine } from '../../../main/cli/run-command-line';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in this process, as a script would read it: no terminal, no colours. */
export async function run(...words: string[]): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    write(text: string) {
      written[name] += text;
    },
  });
  const streams = { stdout: stream('stdout'), stderr: stream('stderr'), noColor: true };
  const output = createOutput(streams, words.includes('--json'));
  const code = await runCommandLine(words, '0.0.0', output, new AbortController().signal);
  return { code, ...written };
}

/** The one document of a command run with --json, held to what it promises. */
export async function runJson<Schema extends z.ZodType>(
  schema: Schema,
  ...words: string[]
): Promise<{ readonly code: number; readonly json: z.output<Schema> }> {
  const { code, stdout } = await run(...words, '--json');
  return { code, json: schema.parse(JSON.parse(stdout)) };
}

/** How a command fails with --json. */
export const ErrorDocument = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** A folder for settings, sign-ins and files of its own; the returned function takes it away again. */
export function homeOfItsOwn(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'entra-rdp-test-'));
  const before = process.env['ENTRA_RDP_HOME'];
  process.env['ENTRA_RDP_HOME'] = folder;
  return {
    folder,
    remove() {
      if (before === undefined) delete process.env['ENTRA_RDP_HOME'];
      else process.env['ENTRA_RDP_HOME'] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
