import type { RdpClientId } from '../../shared/client-pc/this-pc';
import { freerdp2, freerdp3 } from './freerdp';
import type { Launcher } from './launcher';
import { mstsc } from './mstsc';
import { remmina } from './remmina';
import { windowsApp } from './windows-app';

/** Every client we can start, in order of preference. */
export const launchers: readonly Launcher[] = [mstsc, windowsApp, freerdp3, freerdp2, remmina];

export function launcherOf(id: RdpClientId): Launcher {
  const launcher = launchers.find((one) => one.id === id);
  if (!launcher) throw new Error(`No launcher is named ${id}.`);
  return launcher;
}
