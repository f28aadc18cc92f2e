import { setImmediate as nextTurn } from 'node:timers/promises';

/** The window's process has other work, too, in milliseconds. */
const sliceMs = 15;

/** Awaited between two pieces of long work: lets others have their turn whenever a slice is over. */
export function slices(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
