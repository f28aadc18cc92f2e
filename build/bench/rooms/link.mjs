import { spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { at } from '../../support/paths.mjs';
import { findProgram } from '../../system-packages.mjs';

/** Each way: a round trip takes twice as long. */
export const linkDelayMs = 50;
export const farAddress = '198.18.0.2';
const programs = { vde_switch: 'vde2', wirefilter: 'vde-wirefilter', ip: 'iproute2', unshare: 'util-linux' };

export const isOnLink = process.env.ENTRA_RDP_BENCH_LINK === 'yes';

/** What a delayed link lacks here, as a sentence; null where one can be had. */
export function missingForLink() {
  if (process.platform !== 'linux') return 'A delayed link is made of Linux network namespaces.';
  const missing = Object.keys(programs).filter((name) => !findProgram(name));
  if (missing.length > 0) {
    const packages = missing.map((name) => programs[name]);
    return `A delayed link needs ${missing.join(' and ')} (Debian: apt-get install ${packages.join(' ')}).`;
  }
  return process.getuid?.() === 0 ? null : 'A delayed link needs root, for its network namespaces.';
}

/** Runs a benchmark once more, as a program of its own beside the link. Its words are shown as they come. */
export function runOnLink(words) {
  const link = ['-n', '-m', 'bash', at('build/bench/rooms/link.sh'), String(linkDelayMs)];
  spawnSync('unshare', [...link, process.execPath, at('build/bench.mjs'), ...words], {
    stdio: 'inherit',
    env: { ...process.env, ENTRA_RDP_BENCH_LINK: 'yes' },
  });
}

/** What connects to the port here, speaks with the same port there. */
export function forward({ port, from, to }) {
  return new Promise((resolve, reject) => {
    const server = createServer((near) => {
      const far = connect({ host: to, port });
      near.setNoDelay(true);
      far.setNoDelay(true);
      near.pipe(far).pipe(near);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ])
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
    });
    server.once('error', reject);
    server.listen(port, from, () => resolve(server));
  });
}
