import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { RdpClient } from '../../../shared/client-pc/this-pc';
import { AppError } from '../../../shared/errors/app-error';
import type { ClientPc } from '../client-pc';
import { noWindowsVersion, onlyOnWindows } from '../not-windows';
import type { RunProgram } from '../run-program';
import type { Surroundings } from '../surroundings';

/** A Mac: its version by `sw_vers`, and Windows App where its bundle is. */
export function macosPc({ environment, hostName, run }: Surroundings): ClientPc {
  const home = environment.HOME;
  return {
    ...onlyOnWindows,

    async describe(signal) {
      const { exitCode, stdout } = await run('/usr/bin/sw_vers', [], { signal });
      const text = new TextDecoder().decode(stdout);
      const valueOf = (key: string) => new RegExp(`^${key}:\\s*(.+?)\\s*$`, 'm').exec(text)?.[1] ?? null;
      if (exitCode !== 0) throw new AppError('unreadable', 'This Mac did not say its version (sw_vers).');
      return {
        os: 'macos',
        hostName,
        ...noWindowsVersion,
        displayVersion: valueOf('ProductVersion'),
        productName: valueOf('ProductName'),
      };
    },

    async rdpClients(signal) {
      const folders = ['/Applications', ...(home ? [join(home, 'Applications')] : [])];
      const found = await Promise.all(folders.map((folder) => windowsAppIn(folder, run, signal)));
      return found.flat().slice(0, 1);
    },
  };
}

async function windowsAppIn(folder: string, run: RunProgram, signal: AbortSignal): Promise<RdpClient[]> {
  const path = join(folder, 'Windows App.app');
  const properties = join(path, 'Contents', 'Info.plist');
  try {
    await access(properties);
  } catch {
    return [];
  }
  return [
    {
      id: 'windows-app',
      name: 'Windows App',
      version: await bundleVersion(properties, run, signal),
      path,
      routes: ['web-account', 'password'],
      limits: ['Windows App does not say how a connection ended.'],
    },
  ];
}

async function bundleVersion(
  properties: string,
  run: RunProgram,
  signal: AbortSignal,
): Promise<string | null> {
  const { exitCode, stdout } = await run(
    '/usr/bin/defaults',
    ['read', properties, 'CFBundleShortVersionString'],
    { signal },
  );
  return exitCode === 0 ? new TextDecoder().decode(stdout).trim() || null : null;
}
