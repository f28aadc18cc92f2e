// Types, with the native compiler: every project, and main against the older Electron it must also run on.

import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { at } from './support/paths.mjs';
import { run } from './support/run.mjs';

const compiler = at('node_modules/typescript-native/bin/tsc');
const oldElectron = at('node_modules/.cache/electron-33-types');

const projects = [
  { name: 'shared', config: at('shared') },
  { name: 'main', config: at('main') },
  { name: 'renderer', config: at('renderer') },
  { name: 'test', config: at('test') },
  { name: "main on Electron 33's types", config: await projectOnOldElectron() },
];

const results = await Promise.all(projects.map(check));
process.exitCode = results.every((isGood) => isGood) ? 0 : 1;

async function check({ name, config }) {
  const { code, output } = await run(
    process.execPath,
    [compiler, '-p', config, '--listFiles', '--pretty', 'false'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const lines = output.split('\n').filter((line) => line !== '');
  const files = lines.filter(isPath);
  const ours = files.filter((file) => !file.includes('node_modules'));
  const complaints = lines.filter((line) => !isPath(line));
  for (const line of complaints) console.error(line);
  // A project that finds no files is green without having looked at anything.
  if (ours.length === 0) console.error(`${name}: no files were checked; its tsconfig.json includes nothing.`);
  const isGood = code === 0 && ours.length > 0;
  console.log(`types: ${name}: ${ours.length} files, ${isGood ? 'good' : 'errors above'}`);
  return isGood;
}

function isPath(line) {
  return /^(\/|[A-Za-z]:[\\/]).*\.(ts|tsx|mts|cts|json)$/.test(line);
}

/** A tsconfig like main's, in which `electron` means Electron 33. Its types are fetched once, and nothing of it is run. */
async function projectOnOldElectron() {
  const types = `${oldElectron}/node_modules/electron/electron.d.ts`;
  if (!existsSync(types)) {
    await mkdir(oldElectron, { recursive: true });
    for (const file of ['package.json', 'package-lock.json'])
      await cp(at('build/electron-33-types', file), `${oldElectron}/${file}`);
    const { code } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
      cwd: oldElectron,
    });
    if (code !== 0)
      throw new Error("Electron 33's types could not be installed; is the package registry reachable?");
  }
  const config = `${oldElectron}/tsconfig.json`;
  await writeFile(
    config,
    JSON.stringify({
      extends: at('main/tsconfig.json'),
      compilerOptions: { paths: { electron: [types] }, typeRoots: [at('node_modules/@types')] },
      include: [at('main'), at('shared')],
    }),
  );
  return config;
}
