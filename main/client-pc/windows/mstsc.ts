import { access } from 'node:fs/promises';
import type { RdpClient } from '../../../shared/client-pc/this-pc';
import { systemProgram } from './system-programs';

/** Remote Desktop Connection, where it is installed: it comes with Windows, but can be removed. */
export async function findMstsc(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RdpClient[]> {
  const path = systemProgram(environment, 'mstsc.exe');
  try {
    await access(path);
  } catch {
    return [];
  }
  return [
    {
      id: 'mstsc',
      name: 'Remote Desktop Connection',
      version: null,
      path,
      routes: ['web-account', 'password', 'bastion-client'],
      limits: [],
    },
  ];
}
