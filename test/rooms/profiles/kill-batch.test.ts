import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../support/temporary-folder';

const root = temporaryFolder();
const program = join(root, 'child', 'write-batch.mjs');
const files = 300;

beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, '../../support/children/write-batch.ts'),
      outDir: join(root, 'child'),
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'write-batch.mjs' } },
    },
  }),
);

const Message = z.object({ done: z.number().optional(), failed: z.number(), written: z.number() }).partial();

/** Runs the batch; kills it once so many rows are done. */
function run(
  folder: string,
  layout: string,
  killAt = Number.POSITIVE_INFINITY,
): Promise<z.infer<typeof Message> | null> {
  const child: ChildProcess = fork(program, [folder, String(files), layout]);
  let last: z.infer<typeof Message> | null = null;
  return new Promise((resolve) => {
    child.on('message', (raw) => {
      const message = Message.parse(raw);
      if (message.done === undefined) last = message;
      else if (message.done >= killAt) child.kill('SIGKILL');
    });
    child.on('exit', () => resolve(last));
  });
}

const contentOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(manifest|\.entra-rdp-batch\.jsonl)/.test(entry.name))
    .map(({ name, parentPath }) => join(parentPath, name))
    .map(
      (path) =>
        `${path.slice(folder.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
    )
    .toSorted();

it.each([
  ['folder-per-user', [1, 90, 200, 290]],
  ['zip-per-user', [1, 130, 250]],
])('goes on after every kill and comes to the same files: %s', async (layout, kills) => {
  const [whole, torn] = [join(root, `whole-${layout}`), join(root, `torn-${layout}`)];
  expect(await run(whole, layout)).toMatchObject({ written: files, failed: 0 });
  for (const killAt of kills) await run(torn, layout, killAt);
  expect(await run(torn, layout)).toMatchObject({ written: files, failed: 0 });
  expect(contentOf(torn)).toEqual(contentOf(whole));
});
