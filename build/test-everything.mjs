// npm test: everything, in the order in which a fault is cheapest to find. One line a stage, and one at the end.
import { mkdir, rm } from 'node:fs/promises';
import { resolveElectronRuntime, runtimeEnvironment } from './electron-runtime/resolve.mjs';
import { countedIn, countedInText, none } from './support/counted-tests.mjs';
import { at } from './support/paths.mjs';
import { run } from './support/run.mjs';
import { ensureElectronLibraries, ensureTestPackages } from './system-packages.mjs';

const results = at('test-results');
let environment = {};

/** `mustPass`: what comes after cannot mean anything without it. */
const stages = [
  { name: 'system packages', mustPass: true, run: () => isDone(ensureTestPackages()) },
  { name: 'Electron runtime', mustPass: true, run: () => isDone(prepareRuntime()) },
  { name: 'build', mustPass: true, run: () => command('npm', ['run', '--silent', 'build']) },
  { name: 'check', run: () => command('npm', ['run', '--silent', 'check']) },
  { name: 'unit, rooms and components', run: () => vitest() },
  { name: 'fuzz', run: () => ownRunner('test:fuzz') },
  { name: 'kills', run: () => ownRunner('test:kills') },
  { name: 'browser', run: () => playwright('test/browser/playwright.config.ts', 'browser') },
  { name: 'journeys', run: () => playwright('test/journeys/playwright.config.ts', 'journeys') },
  { name: 'Windows lane', run: () => ownRunner('test:windows') },
];

await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });
const total = { ...none };
for (const stage of stages) {
  const passed = await runStage(stage);
  if (!passed && stage.mustPass) break;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runStage({ name, run: runIt }) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const { code, counts } = await runIt();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  // A stage that ends badly without a failed test of its own is itself what failed.
  const failed = counts.failed || (code === 0 ? 0 : 1);
  total.passed += counts.passed;
  total.failed += failed;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const tests = counts === none ? '' : `, ${counts.passed} passed, ${failed} failed${skipped}`;
  console.log(`=== ${name}: ${failed === 0 ? 'good' : 'FAILED'} in ${seconds} s${tests}`);
  return failed === 0;
}

async function isDone(work) {
  return { code: (await work) ? 0 : 1, counts: none };
}

async function prepareRuntime() {
  const runtime = await resolveElectronRuntime();
  environment = runtimeEnvironment(runtime);
  console.log(`Electron ${runtime.version} in ${runtime.dist}`);
  return ensureElectronLibraries(runtime.program);
}

async function command(program, args) {
  return { code: (await run(program, args, { env: environment })).code, counts: none };
}

async function vitest() {
  const report = at('test-results/unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run('vitest', ['run', '-c', 'test/vitest.config.ts', ...reporters], {
    env: environment,
  });
  return counted(code, await countedIn(report));
}

async function playwright(config, name) {
  const report = at(`test-results/${name}.json`);
  const { code } = await run('playwright', ['test', '-c', config, '--reporter=list,json'], {
    env: { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return counted(code, await countedIn(report));
}

/** A runner of ours, which ends with `N passed, N failed`. */
async function ownRunner(script) {
  const { code, output } = await run('npm', ['run', '--silent', script], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    isShown: true,
  });
  return counted(code, countedInText(output));
}

/** No tests at all is a failure: a green that has looked at nothing. */
function counted(code, counts) {
  if (counts && counts.passed + counts.failed > 0) return { code, counts };
  return { code: code || 1, counts: none };
}
