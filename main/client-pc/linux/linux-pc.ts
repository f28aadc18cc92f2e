import { readFile } from 'node:fs/promises';
import type { ClientPc } from '../client-pc';
import { noWindowsVersion, onlyOnWindows } from '../not-windows';
import type { Surroundings } from '../surroundings';
import { findLinuxClients } from './linux-clients';

/** A PC with Linux: its name and version by `/etc/os-release`, and the RDP clients on PATH. */
export function linuxPc(surroundings: Surroundings): ClientPc {
  return {
    ...onlyOnWindows,

    async describe() {
      const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
      const valueOf = (key: string) => new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(release)?.[1] || null;
      return {
        os: 'linux',
        hostName: surroundings.hostName,
        ...noWindowsVersion,
        displayVersion: valueOf('VERSION_ID'),
        productName: valueOf('NAME'),
      };
    },

    rdpClients: (signal) => findLinuxClients(surroundings, signal),
  };
}
