import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './paths.mjs';
import { run } from './run.mjs';

const sources = ['main', 'renderer', 'shared', 'build/electron.vite.config.ts', 'package.json'];
const products = [
  'out/main/index.cjs',
  'out/main/cli.cjs',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/**
 * Builds out/ when a part of it is missing or older than a source. The build's own words go to stderr,
 * as a command's stdout belongs to its answer.
 *
 * @returns {Promise<boolean>} false when the build failed, which it has told.
 */
export async function buildIfStale() {
  if (!isStale()) return true;
  // Two commands started at once must not write out/ over each other.
  const { lock } = await import('proper-lockfile');
  const folder = at('node_modules/.cache/entra-rdp');
  mkdirSync(folder, { recursive: true });
  const release = await lock(folder, {
    stale: 60_000,
    retries: { retries: 120, minTimeout: 500, maxTimeout: 500 },
  });
  try {
    if (!isStale()) return true;
    const { code } = await run('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
    return code === 0;
  } finally {
    await release();
  }
}

function isStale() {
  const built = products.map((path) => at(path));
  if (!built.every((path) => existsSync(path))) return true;
  const oldestProduct = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return sources.some((path) => newest(at(path)) > oldestProduct);
}

/** When the newest file under a path was written, in milliseconds; 0 for nothing. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}
