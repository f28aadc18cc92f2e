import { AppError } from '../../../shared/errors/app-error';
import { entryIdFrom, freeId } from '../../../shared/profiles/entry-id';
import { Profile } from '../../../shared/profiles/profile';
import type { Library, Stored } from '../library';
import type { OnMade } from './write-unit';

/**
 * Keeps every file beside a profile of its VM and user, so that Connect finds it: beside the one that is there,
 * else beside a new one.
 */
export async function keepInLibrary(library: Pick<Library, 'contents' | 'keepFile'>): Promise<OnMade> {
  const { profiles } = await library.contents();
  const known = new Map<string, Stored<Profile>>();
  const taken = new Set(profiles.map(({ entry }) => entry.id));
  for (const stored of profiles) {
    const { username, vmId } = stored.entry;
    if (vmId !== null) known.set(keyOf(vmId, username), stored);
  }
  // Two files of one profile would each be based on the other's revision.
  let last: Promise<unknown> = Promise.resolve();

  return (row, bytes) => {
    const mine = last.then(() => keep(row, bytes));
    last = mine.catch(() => undefined);
    return mine;
  };

  async function keep(row: Parameters<OnMade>[0], bytes: Uint8Array): Promise<void> {
    const { computerName, make, user, vmId, vmName } = row;
    if (vmId === null) return;
    const key = keyOf(vmId, user);
    const before = known.get(key);
    const entry = before?.entry ?? newProfile({ vmId, vmName, computerName, user }, taken);
    const saved = await library.keepFile(entry, make.route, bytes, { basedOn: before?.revision ?? null });
    if (saved.outcome === 'conflict') {
      throw new AppError(
        'conflict',
        `The file was not kept in the library: somebody changed the profile “${entry.name}” meanwhile. Run the batch again.`,
      );
    }
    const { stored } = saved;
    if (stored.entry.kind === 'profile') known.set(key, { entry: stored.entry, revision: stored.revision });
  }
}

function newProfile(
  {
    computerName,
    user,
    vmId,
    vmName,
  }: Pick<Parameters<OnMade>[0], 'computerName' | 'user' | 'vmId' | 'vmName'>,
  taken: Set<string>,
): Profile {
  const name = user === null ? (vmName ?? '') : `${vmName ?? ''} · ${user}`;
  const id = freeId(entryIdFrom(name), (one) => taken.has(one));
  taken.add(id);
  return Profile.parse({ version: 1, kind: 'profile', id, name, vmId, computerName, username: user });
}

function keyOf(vmId: string, user: string | null): string {
  return `${vmId.toLowerCase()} ${user?.toLowerCase() ?? ''}`;
}
