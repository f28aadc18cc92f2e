import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { LastListHead } from '../../shared/azure/last-list';
import type { PartialListing, VmSummary } from '../../shared/azure/virtual-machine';
import { AppError, isAppError } from '../../shared/errors/app-error';
import { type GrowingList, readLastList, readLastListHead } from './last-list-file';

/** Whose list it is: the account, and the tenant its tokens are for. */
export type ListOwner = Pick<LastListHead, 'username' | 'tenantId'>;

interface ListEnd {
  readonly asOf: string;
  readonly partial: readonly PartialListing[];
}

/** Accounts and tenants of one sign-in whose lists are kept; the oldest goes first. */
const mostLists = 10;
/** A list that misses more than the saved one takes its place after this long all the same. */
const fullerCountsForMs = 7 * 24 * 3_600_000;

/** The last lists of one sign-in: a file for each account and tenant, in a folder that goes when it signs out. */
export interface LastLists {
  /** Writes the list in the background. Never fails: without it there is less to show offline. */
  keep(owner: ListOwner, list: GrowingList, end: ListEnd): void;
  /** That of the owner; of whoever came last where nobody is signed in. Null where there is none. */
  head(owner: ListOwner | null): Promise<LastListHead | null>;
  read(
    owner: ListOwner | null,
    onVms: (vms: readonly VmSummary[]) => void,
    signal: AbortSignal,
  ): Promise<LastListHead | null>;
  /** Removes all of them, also one that is being written. @throws AppError `access-denied`. */
  forget(): Promise<void>;
  /** Once what is being written is on the disk. */
  settled(): Promise<void>;
}

/** @param note Told what could not be written or read. */
export function openLastLists(folder: string, note: (message: string, error: unknown) => void): LastLists {
  let writing: Promise<void> = Promise.resolve();
  const fileOf = async (owner: ListOwner | null) =>
    owner ? join(folder, nameOf(owner)) : ((await newestFirst(folder))[0] ?? null);

  async function write(owner: ListOwner, list: GrowingList, { asOf, partial }: ListEnd): Promise<void> {
    const file = join(folder, nameOf(owner));
    if (await isFuller(file, { asOf, partial })) return list.discard();
    const { username, tenantId } = owner;
    const bytes = await list.finish({ asOf, username, tenantId, partial: [...partial] });
    if (bytes === null) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFileAtomic(file, bytes, { mode: 0o600 });
    for (const old of (await newestFirst(folder)).slice(mostLists)) await rm(old, { force: true });
  }

  return {
    keep(owner, list, end) {
      writing = writing
        .then(() => write(owner, list, end))
        .catch((error: unknown) => note('The last list of VMs could not be saved.', error));
    },
    async head(owner) {
      const file = await fileOf(owner);
      return file === null ? null : readLastListHead(file);
    },
    async read(owner, onVms, signal) {
      const file = await fileOf(owner);
      try {
        return file === null ? null : await readLastList(file, onVms, signal);
      } catch (error) {
        note(`The last list of VMs was not used: ${file ?? folder}.`, error);
        throw error;
      }
    },
    async forget() {
      await writing;
      await rm(folder, { recursive: true, force: true }).catch((cause: unknown) => {
        throw new AppError(
          'access-denied',
          `The saved lists of VMs in ${folder} could not be removed. Remove the folder yourself.`,
          { cause },
        );
      });
    },
    settled: () => writing,
  };
}

function nameOf({ username, tenantId }: ListOwner): string {
  const who = `${tenantId}\n${username}`.toLowerCase();
  return `${createHash('sha256').update(who).digest('hex').slice(0, 16)}.gz`;
}

/** Whether the list that is there has parts which the new one could not read, and is not old yet. */
async function isFuller(file: string, end: ListEnd): Promise<boolean> {
  if (end.partial.length === 0) return false;
  const saved = await readLastListHead(file).catch((error: unknown) => {
    if (isAppError(error)) return null;
    throw error;
  });
  if (!saved || Date.parse(end.asOf) - Date.parse(saved.asOf) > fullerCountsForMs) return false;
  const missedBefore = new Set(saved.partial.map(({ scope }) => scope));
  return end.partial.some(({ scope }) => !missedBefore.has(scope));
}

async function newestFirst(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names
      .filter((name) => /^[0-9a-f]{16}\.gz$/.test(name))
      .map(async (name) => {
        const file = join(folder, name);
        return { file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0 };
      }),
  );
  return files.toSorted((a, b) => b.at - a.at).map(({ file }) => file);
}
