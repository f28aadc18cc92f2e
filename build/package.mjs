// npm run package: the app as people install it. A release is made from the official Electron alone.
import { resolveElectronRuntime, runtimeEnvironment } from './electron-runtime/resolve.mjs';
import { run } from './support/run.mjs';

const words = process.argv.slice(2);
process.exitCode = await makePackage(
  words.includes('--dev-runtime'),
  words.filter((word) => word !== '--dev-runtime'),
);

async function makePackage(mayUseDevelopmentRuntime, builderArguments) {
  const runtime = await resolveElectronRuntime();
  if (!runtime.mayBeShipped && !mayUseDevelopmentRuntime) {
    process.stderr.write(
      `Not packaged: Electron ${runtime.version} came from the package registry and is for development only. Package where Electron's own download can be had, or try packaging out with --dev-runtime.\n`,
    );
    return 1;
  }
  const built = await run('npm', ['run', '--silent', 'build']);
  if (built.code !== 0) return built.code;
  const { code } = await run(
    'electron-builder',
    [
      ...['--publish', 'never', '--dir'],
      `-c.electronVersion=${runtime.version}`,
      ...(runtime.mayBeShipped ? [] : [`-c.electronDist=${runtime.dist}`]),
      ...builderArguments,
    ],
    { env: runtimeEnvironment(runtime) },
  );
  return code;
}
