import type { ClientPc } from './client-pc';
import { linuxPc } from './linux/linux-pc';
import { macosPc } from './macos/macos-pc';
import { type Surroundings, theseSurroundings } from './surroundings';
import { windowsPc } from './windows/windows-pc';

/** This PC, as its operating system tells. */
export function thisClientPc(surroundings: Surroundings = theseSurroundings()): ClientPc {
  const { platform } = surroundings;
  if (platform === 'win32') return windowsPc(surroundings);
  return platform === 'darwin' ? macosPc(surroundings) : linuxPc(surroundings);
}
