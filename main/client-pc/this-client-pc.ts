import { hostname } from 'node:os';
import type { ClientPc } from './client-pc';
import { linuxPc } from './linux/linux-pc';
import { macosPc } from './macos/macos-pc';
import { type RunProgram, runProgram } from './run-program';
import { windowsPc } from './windows/windows-pc';

/** What a PC's adapters may touch: all of it can be told by a test. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly hostName: string;
  readonly run: RunProgram;
}

export const theseSurroundings = (): Surroundings => ({
  platform: process.platform,
  environment: process.env,
  hostName: hostname(),
  run: runProgram,
});

/** This PC, as its operating system tells. */
export function thisClientPc(surroundings: Surroundings = theseSurroundings()): ClientPc {
  const { platform } = surroundings;
  if (platform === 'win32') return windowsPc(surroundings);
  return platform === 'darwin' ? macosPc(surroundings) : linuxPc(surroundings);
}
