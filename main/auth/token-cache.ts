import { basename, dirname } from 'node:path';
import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import { lock } from 'proper-lockfile';
import { type AppError, isAppError } from '../../shared/errors/app-error';
import { makeOwnFolder, moveAside, newKey, readSealed, removeFile, writeSealed } from './sealed-file';
import type { SecretStore } from './secret-store';

/** What the cache has to tell: never what is in it. */
export type CacheLog = (message: string, error?: unknown) => void;

export interface TokenCache {
  readonly plugin: ICachePlugin;
  /** Where sign-ins are kept now. It may fall back to memory while it runs, as on a full disk. */
  storage(): Promise<'keychain' | 'memory'>;
  /** Forgets everything that was kept. */
  clear(): Promise<void>;
}

/** How long one process waits for another to finish with the file: about ten seconds. */
const lockRetries = { retries: 60, minTimeout: 15, maxTimeout: 250, factor: 1.3 };

/**
 * MSAL's cache in one encrypted file whose key lives in the keychain, shared by the app and the
 * terminal. Where there is no keychain, or the file cannot be written, it lives in memory alone: a
 * sign-in is never refused because it could not be kept.
 */
export function tokenCache(file: string, secrets: SecretStore, log: CacheLog): TokenCache {
  let opening: Promise<string | null> | null = null;
  /** MSAL empties its memory and asks again before every call, so without a file the cache is held here. */
  let held: string | null = null;
  let turn: Promise<void> = Promise.resolve();
  let endTurn: () => Promise<void> = () => Promise.resolve();

  const key = () => {
    opening ??= openKey(file, secrets, log);
    return opening;
  };
  const keepInMemory = (reason: string, error: unknown) => {
    log(reason, error);
    opening = Promise.resolve(null);
  };

  /** MSAL reads, changes and writes in separate calls: each pair has the file to itself, here and elsewhere. */
  async function beginTurn(): Promise<void> {
    const before = turn;
    let finish: () => void = () => undefined;
    turn = new Promise((resolve) => {
      finish = resolve;
    });
    await before;
    const release = (await key()) ? await lockFile(file, log) : null;
    endTurn = async () => {
      await release?.().catch((error: unknown) => log('The lock on the saved sign-in was lost.', error));
      finish();
    };
  }

  async function load(context: TokenCacheContext): Promise<void> {
    const opened = await key();
    try {
      const text = opened ? await readSealed(file, opened) : held;
      if (text !== null) context.tokenCache.deserialize(text);
    } catch (error) {
      if (isAppError(error) && (await couldMoveAside(error))) return;
      keepInMemory('The saved sign-in could not be read; a new one is kept for this run only.', error);
    }
  }

  async function couldMoveAside(damage: AppError): Promise<boolean> {
    const aside = await moveAside(file).catch(() => null);
    if (aside)
      log(`The saved sign-in is damaged; you are signed out. It was moved to ${basename(aside)}.`, damage);
    return aside !== null;
  }

  async function save(context: TokenCacheContext): Promise<void> {
    if (!context.cacheHasChanged) return;
    const opened = await key();
    const text = context.tokenCache.serialize();
    held = opened ? null : text;
    if (!opened) return;
    try {
      await writeSealed(file, opened, text);
    } catch (error) {
      held = text;
      keepInMemory('The sign-in could not be saved; it is kept for this run only.', error);
    }
  }

  return {
    plugin: {
      async beforeCacheAccess(context) {
        await beginTurn();
        await load(context);
      },
      async afterCacheAccess(context) {
        try {
          await save(context);
        } finally {
          await endTurn();
        }
      },
    },
    storage: async () => ((await key()) ? 'keychain' : 'memory'),
    async clear() {
      held = null;
      await removeFile(file);
    },
  };
}

/** The file's key, made at the first use; null where there is no keychain. */
async function openKey(file: string, secrets: SecretStore, log: CacheLog): Promise<string | null> {
  try {
    const known = await secrets.read();
    if (known) return known;
    return await makeKey(file, secrets, log);
  } catch (error) {
    // Without a cause nobody tried one: that is how the demo wants it, and no news.
    if (error instanceof Error && error.cause)
      log('There is no keychain; the sign-in is kept for this run only.', error);
    return null;
  }
}

/** App and terminal may both find no key at the same moment: the second takes the first one's. */
async function makeKey(file: string, secrets: SecretStore, log: CacheLog): Promise<string> {
  const release = await lockFile(file, log);
  try {
    const known = await secrets.read();
    if (known) return known;
    const made = newKey();
    await secrets.write(made);
    return made;
  } finally {
    await release?.();
  }
}

/** Null when the file could not be locked: then the last writer wins, and nobody is kept waiting. */
async function lockFile(file: string, log: CacheLog): Promise<(() => Promise<void>) | null> {
  try {
    await makeOwnFolder(dirname(file));
    return await lock(file, {
      realpath: false,
      retries: lockRetries,
      onCompromised: (error) => log('The lock on the saved sign-in was lost.', error),
    });
  } catch (error) {
    log('The saved sign-in could not be locked.', error);
    return null;
  }
}
