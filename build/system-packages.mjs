import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './support/run.mjs';

/** Debian's packages, and the program that shows each is there. */
const displayPackages = { xvfb: 'Xvfb', xauth: 'xauth' };
const testPackages = {
  ...displayPackages,
  chromium: 'chromium',
  dbus: 'dbus-run-session',
  'dnsmasq-base': 'dnsmasq',
  'freerdp2-x11': 'xfreerdp',
  'gnome-keyring': 'gnome-keyring-daemon',
  iproute2: 'ip',
  openssl: 'openssl',
  'tigervnc-standalone-server': 'Xtigervnc',
  wine: 'wine',
  wine64: 'wine64',
  xrdp: 'xrdp',
  xterm: 'xterm',
};
/** What Electron links against and a fresh Debian lacks; found out by asking the linker. */
const electronPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** Where Debian keeps programs that are not on every PATH. */
const moreFolders = ['/usr/sbin', '/usr/lib/wine', '/usr/games'];

/**
 * Makes sure the libraries that Electron needs are there.
 * @returns {Promise<boolean>} false when something is missing and was not installed, which it has told in one line.
 */
export async function ensureElectronLibraries(program) {
  if (process.platform !== 'linux') return true;
  const missing = missingLibraries(program);
  if (missing.length === 0) return true;
  return install(electronPackages, `Electron lacks ${missing.slice(0, 3).join(', ')}`);
}

/** Makes sure everything the tests use is there. @returns {Promise<boolean>} as above. */
export async function ensureTestPackages() {
  if (process.platform !== 'linux') return true;
  const missing = Object.entries(testPackages)
    .filter(([, program]) => !findProgram(program))
    .map(([name]) => name);
  if (missing.length === 0) return true;
  return install(missing, 'The tests lack programs');
}

/** Where a program is, looking also where Debian hides some; undefined when it is not there. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...moreFolders];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function missingLibraries(program) {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found$/gm)].map(([, library]) => library);
}

/** As root on Debian and its kin, installs them; to anybody else it says what to install. */
async function install(packages, why) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(
      `${why}. Install these first: ${isRoot ? '' : 'sudo '}apt-get install -y ${packages.join(' ')}\n`,
    );
    return false;
  }
  process.stderr.write(`${why}; installing ${packages.join(' ')}\n`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'pipe', 'pipe'] };
  await run('apt-get', ['-q', 'update'], quiet);
  const { code, output } = await run(
    'apt-get',
    ['-q', 'install', '-y', '--no-install-recommends', ...packages],
    quiet,
  );
  if (code === 0) return true;
  process.stderr.write(
    `${output.trim().split('\n').slice(-5).join('\n')}\napt-get could not install them.\n`,
  );
  return false;
}
