// The terminal in a checkout: `npm run -s entra-rdp -- …`. Installed, out/main/cli.cjs is the command itself.
import { createRequire } from 'node:module';
import { buildIfStale } from './support/build-if-stale.mjs';
import { at } from './support/paths.mjs';

const terminal = at('out/main/cli.cjs');

if (await buildIfStale()) {
  // In this very process, so that arguments, streams, signals and the exit code are the command's own.
  process.argv[1] = terminal;
  createRequire(import.meta.url)(terminal);
} else {
  process.stderr.write('Entra RDP could not be built; what stopped it is told above.\n');
  process.exitCode = 1;
}
