import { isSameResource } from '../azure/same-resource';
import type { VmId } from '../azure/virtual-machine';
import { isSameUser } from '../launch/signed-file';
import { isSameAddress, isSameHost } from '../network/host-name';
import type { DirectRoute } from './entry';
import type { Profile } from './profile';

/** Whom a finished file is wanted for. */
export interface FileWanted {
  /** Null for a host outside Azure. */
  readonly vmId: VmId | null;
  /** What the VM is called, by Windows, Entra ID and DNS. */
  readonly names: readonly string[];
  readonly route: DirectRoute;
  readonly username: string | null;
}

/**
 * The library's profiles that keep a finished file for a VM, a way to sign in and who connects. Those of the VM's
 * id come before those of its name, and within each those of the user before those for anybody; then by id.
 */
export function profilesWithFile(profiles: readonly Profile[], wanted: FileWanted): Profile[] {
  return profiles
    .filter((profile) => profile.files.some(({ route }) => route === wanted.route) && isFor(profile, wanted))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
}

function isFor({ vmId, address, computerName, username }: Profile, wanted: FileWanted): boolean {
  if (username !== null && (wanted.username === null || !isSameUser(username, wanted.username))) return false;
  if (vmId !== null && wanted.vmId !== null) return isSameResource(vmId, wanted.vmId);
  // Of a host that Azure is not asked about, its name is all there is to know it by.
  const called = [address, wanted.vmId === null ? computerName : null];
  return called.some((name) => name !== null && wanted.names.some((one) => isSameName(one, name)));
}

function isSameName(a: string, b: string): boolean {
  return isSameHost(a, b) || isSameAddress(a, b);
}

function rankOf({ vmId, username }: Profile): number {
  return (vmId === null ? 2 : 0) + (username === null ? 1 : 0);
}
