import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { verifyRdp } from '../../main/rdp-files/signing/verify';
import { parseRdp } from '../../shared/rdp/parse';
import { makePublisher } from '../support/publisher';

const terminal = resolve(import.meta.dirname, '../../out/main/cli.cjs');
const vms = ['ready-01', 'ready-long-resource-name-02', 'fin-sql-01', 'fin-app-01', 'fin-app-02'];

const Done = z.object({
  written: z.number(),
  kept: z.number(),
  failed: z.number(),
  wasCancelled: z.boolean(),
  manifest: z.string(),
});

test('a helpdesk ends a batch in the middle and goes on with it, in the terminal as it is shipped', async () => {
  const folder = test.info().outputPath('files');
  mkdirSync(folder, { recursive: true });
  const { certificate, key } = makePublisher({ name: 'Contoso IT' });
  const pem = key.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(join(folder, 'publisher.pem'), `${certificate.toString()}\n${String(pem)}`);
  const rows = Array.from(
    { length: 4000 },
    (_, index) => `${vms[index % 5]},person${Math.floor(index / 5)}@contoso.example`,
  );
  writeFileSync(join(folder, 'vms.csv'), `vm,user\n${rows.join('\n')}\n`);
  const out = join(folder, 'out');
  const words = [
    'profiles',
    '--demo',
    '--from',
    join(folder, 'vms.csv'),
    '--out',
    out,
    '--sign',
    join(folder, 'publisher.pem'),
    '--json',
  ];
  const env = { ...process.env, ENTRA_RDP_HOME: join(folder, 'home') };

  const program = spawn(process.execPath, [terminal, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = program.stdout.toArray();
  const ended = new Promise<number | null>((done) => program.once('exit', (code) => done(code)));
  await expect.poll(() => foldersIn(out), { intervals: [50] }).toBeGreaterThan(20);
  program.kill('SIGINT');
  expect(await ended).toBe(1);
  const first = Done.parse(JSON.parse(Buffer.concat(await printed).toString('utf8')));
  expect(first).toMatchObject({ wasCancelled: true, manifest: join(out, 'manifest.csv') });
  expect(first.written + first.failed).toBe(4000);
  expect(first.failed).toBeGreaterThan(0);
  expect(filesIn(out)).toHaveLength(first.written);

  const again = execFileSync(process.execPath, [terminal, ...words], { env, maxBuffer: 1e9 });
  expect(Done.parse(JSON.parse(again.toString('utf8')))).toMatchObject({
    written: 4000,
    kept: first.written,
    failed: 0,
    wasCancelled: false,
  });
  const [some = ''] = filesIn(out);
  const verification = verifyRdp(parseRdp(readFileSync(some)), {
    judgedBy: 'given-roots',
    certificates: [certificate],
  });
  expect(verification).toMatchObject({ valid: true, trusted: true });
});

function foldersIn(out: string): number {
  try {
    return readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
  } catch {
    return 0;
  }
}

function filesIn(out: string): string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.rdp'))
    .map(({ name, parentPath }) => join(parentPath, name));
}
