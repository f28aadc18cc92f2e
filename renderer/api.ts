import { AppError } from '../shared/errors/app-error';
import type { Api } from '../shared/ipc/contract';
import { type Reply, unwrap } from '../shared/ipc/reply';

/** What preload exposes: the contract's functions, with answers still wrapped in a Reply. */
export type Bridge = Record<string, Record<string, (argument: unknown) => unknown>>;

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

const isAnnouncement = (key: string): boolean => /^on[A-Z]/.test(key);

/**
 * The window's view of main: the contract's functions, with failures thrown as AppErrors.
 *
 * The bridge is already made from the contract, so it is walked instead of the contract itself: that
 * keeps zod and every schema out of the page, which shows its first rows sooner.
 */
export function connectApi(bridge: Bridge): Api {
  const rooms = Object.entries(bridge).map(([room, calls]) => [
    room,
    Object.fromEntries(
      Object.entries(calls).map(([key, call]) => [key, isAnnouncement(key) ? call : ask(call)]),
    ),
  ]);
  return Object.fromEntries(rooms) as Api;
}

function ask(call: (input: unknown) => unknown): (input: unknown) => Promise<unknown> {
  return async (input) => unwrap((await call(input)) as Reply);
}

export function asAppError(error: unknown): AppError {
  return error instanceof AppError
    ? error
    : new AppError('unexpected', 'Something went wrong in this window that we did not foresee.', {
        cause: error,
      });
}
