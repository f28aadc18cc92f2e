// npm start: find an Electron, build when something changed, and show the app. `--dev` reloads what is edited.
import { resolveElectronRuntime, runtimeEnvironment } from './electron-runtime/resolve.mjs';
import { buildIfStale } from './support/build-if-stale.mjs';
import { root } from './support/paths.mjs';
import { run } from './support/run.mjs';
import { ensureElectronLibraries } from './system-packages.mjs';

const words = process.argv.slice(2);
process.exitCode = await start(
  words.includes('--dev'),
  words.filter((word) => word !== '--dev'),
);

async function start(isDevelopment, appArguments) {
  if (!hasDisplay())
    return refused(
      'There is no display to show the app on. In the terminal: npm run -s entra-rdp -- connect ready-01 --demo --dry-run',
    );
  const runtime = await resolveElectronRuntime();
  if (!(await ensureElectronLibraries(runtime.program))) return 1;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot) process.stderr.write('Started as root: Chromium runs without its sandbox (--no-sandbox).\n');
  return isDevelopment ? develop(runtime, isRoot, appArguments) : show(runtime, isRoot, appArguments);
}

async function show({ program }, isRoot, appArguments) {
  if (!(await buildIfStale())) return refused('The app could not be built; what stopped it is told above.');
  const { code } = await run(program, [...(isRoot ? ['--no-sandbox'] : []), root, ...appArguments]);
  return code;
}

async function develop(runtime, isRoot, appArguments) {
  const { code } = await run(
    'electron-vite',
    ['dev', '-c', 'build/electron.vite.config.ts', ...(isRoot ? ['--noSandbox'] : []), '--', ...appArguments],
    { env: runtimeEnvironment(runtime) },
  );
  return code;
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function refused(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
