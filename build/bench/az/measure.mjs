// Where Azure's names lead to this machine: the Azure CLI and our list, against one demo Azure. Prints a line of JSON.
// node measure.mjs ROOMS RUNS
import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { at } from '../../support/paths.mjs';
import { serveAzureNames } from './azure-names.mjs';

const [, , roomsFile, runs] = process.argv;
const vms = 1000;
/** The Azure CLI's own. */
const clientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const account = 'grace@contoso.example';
/** A sign-in that has not ended by then never will. */
const signInMs = 120_000;

const { default: rooms } = await import(roomsFile);
const { id: tenantId } = await rooms.loadDemoTenant(null);
const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-az-'));
const server = fork(at('build/bench/rooms/demo-process.mjs'), [
  roomsFile,
  JSON.stringify({ clientId, scale: vms, account }),
]);
const [demo] = await once(server, 'message');
const names = await serveAzureNames(demo, folder);
const env = {
  ...process.env,
  AZURE_CONFIG_DIR: join(folder, 'az'),
  AZURE_CORE_COLLECT_TELEMETRY: 'no',
  AZURE_CORE_NO_COLOR: '1',
  REQUESTS_CA_BUNDLE: names.authority,
};
try {
  await signIn();
  await useLoadableProfile();
  const token = (await az('account', 'get-access-token', '--query', 'accessToken', '-o', 'tsv')).trim();
  const samples = { az: [], azStart: [], ours: [] };
  for (let run = 0; run < Number(runs); run += 1) {
    samples.azStart.push((await timed(() => az('account', 'show'))).ms);
    // Ours is started once that does not count, as the CLI has been.
    for (const counts of [false, true]) {
      const ours = await timed(() => listOurs(token));
      if (counts) samples.ours.push(ours.ms);
      samples.oursRows = Number(ours.answer);
    }
    const listed = await timed(() => az('vm', 'list', '-d', '-o', 'json'));
    samples.az.push(listed.ms);
    samples.azRows = JSON.parse(listed.answer).length;
  }
  process.stdout.write(`${JSON.stringify(samples)}\n`);
} finally {
  names.close();
  server.disconnect();
  await rm(folder, { recursive: true, force: true });
}

async function az(...words) {
  const { stdout } = await promisify(execFile)('az', words, { env, maxBuffer: 100_000_000 });
  return stdout;
}

/** By a device code, which is typed on its page as soon as it is told. */
async function signIn() {
  const signingIn = spawn('az', ['login', '--use-device-code', '--tenant', tenantId], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: signInMs,
  });
  let said = '';
  let isTyped = false;
  signingIn.stderr.setEncoding('utf8').on('data', (part) => {
    said += part;
    const code = /enter the code ([A-Z0-9-]+)/.exec(said)?.[1];
    if (code === undefined || isTyped) return;
    isTyped = true;
    typeCode(code);
  });
  const [exitCode] = await once(signingIn, 'exit');
  if (exitCode !== 0) throw new Error(`az did not sign in: ${said}`);
}

function typeCode(code) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const page = `${demo.origins.authority}/device`;
  request(page, { method: 'POST', headers, ca: demo.trustedCertificate }, (answer) => answer.resume()).end(
    new URLSearchParams({ user_code: code }).toString(),
  );
}

/** Debian's azure-cli 2.45 and its Azure libraries do not know each other's newest API: an older set of APIs does. */
async function useLoadableProfile() {
  try {
    await az('vm', 'list', '--query', '[0]');
  } catch {
    await az('cloud', 'update', '-n', 'AzureCloud', '--profile', '2020-09-01-hybrid');
  }
}

function listOurs(token) {
  const { cloud, trustedCertificate } = demo;
  const given = JSON.stringify({ cloud, trustedCertificate, token, tenantId });
  const listing = execFile(process.execPath, [at('build/bench/az/list-ours.mjs'), roomsFile]);
  listing.stdin.end(given);
  return answerOf(listing);
}

async function answerOf(child) {
  let answer = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    answer += part;
  });
  const [exitCode] = await once(child, 'close');
  if (exitCode !== 0) throw new Error(`Our list ended with ${exitCode}.`);
  return answer;
}

async function timed(act) {
  const startedAt = performance.now();
  const answer = await act();
  return { answer, ms: performance.now() - startedAt };
}
