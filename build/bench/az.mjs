import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { at } from '../support/paths.mjs';
import { judged, median, spread } from './numbers.mjs';
import { buildRooms } from './rooms/build-rooms.mjs';

export const title =
  '1,000 VMs with power state and addresses, against `az vm list -d` on the same demo Azure';

const budget = 20;
const needed = ['az', 'unshare', 'ip', 'openssl'];

/** @param {{ runs: number }} options The Azure CLI takes a minute or two each time. */
export async function measure({ runs = 1 }) {
  const missing = needed.filter((program) => !isOnPath(program));
  if (missing.length > 0 || process.getuid?.() !== 0) {
    console.log(
      missing.length > 0
        ? `skipped  needs ${missing.join(', ')}`
        : 'skipped  needs root, for a network of its own in which Azure’s names lead to this machine',
    );
    return [];
  }
  const { stdout } = await promisify(execFile)('unshare', [
    ...['--net', '--mount', 'bash', at('build/bench/az/in-azures-names.sh')],
    ...[process.execPath, at('build/bench/az/measure.mjs'), await buildRooms(), String(runs)],
  ]);
  const { az, azStart, azRows, ours, oursRows } = JSON.parse(stdout);
  console.log(
    `az vm list -d    ${spread(az, 'ms')} for ${azRows} VMs (az account show: ${spread(azStart, 'ms')})`,
  );
  console.log(`our list         ${spread(ours, 'ms')} for ${oursRows} VMs, Node's start included`);
  return [judged('az vm list -d : our list', median(az) / median(ours), budget, { isFloor: true })];
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
