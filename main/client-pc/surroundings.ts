import { hostname } from 'node:os';
import { type RunProgram, runProgram } from './run-program';

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
