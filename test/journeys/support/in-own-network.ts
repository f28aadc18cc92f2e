import { spawn } from 'node:child_process';
import { appendFile, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the private hosts file says, and where the journey's RDP server listens. */
export const privateHost = { name: 'xrdp-01', address: '10.1.0.40' };

/**
 * Given the hosts file, the address and the program: makes the network, then becomes the program. X servers tell
 * each other's numbers apart by sockets of the network, so in here they need a folder of their own as well.
 */
const setUp = `
  ip link set lo up &&
  ip address add "$2/32" dev lo &&
  mount --bind "$1" /etc/hosts &&
  mkdir -p /tmp/.X11-unix && mount -t tmpfs tmpfs /tmp/.X11-unix && chmod 1777 /tmp/.X11-unix &&
  shift 2 &&
  exec "$@"`;

/**
 * Runs a program in a network of its own, in which the private host's name leads to its address and nothing
 * else is reachable. Nothing outside changes: the namespace ends with the program.
 *
 * @returns its exit code, and everything it said.
 */
export async function runInOwnNetwork(
  program: string,
  words: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-network-'));
  const hosts = join(folder, 'hosts');
  await copyFile('/etc/hosts', hosts);
  await appendFile(hosts, `\n${privateHost.address} ${privateHost.name}\n`);
  try {
    return await collect([
      'unshare',
      // Who is not root becomes root in the namespace alone.
      ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
      ...['--net', '--mount', 'sh', '-c', setUp, 'sh', hosts, privateHost.address, program, ...words],
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function collect([program = '', ...words]: readonly string[]): Promise<{
  readonly code: number | null;
  readonly output: string;
}> {
  const { DISPLAY: _outside, ...environment } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      env: { ...environment, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (part: Buffer): void => {
      output += part.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
