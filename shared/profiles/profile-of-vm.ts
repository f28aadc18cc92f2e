import type { VmId } from '../azure/virtual-machine';
import type { Profile } from './profile';

/**
 * The library's profile for a VM and who connects: the one of that user, else the one for anybody. Null where
 * there is none, or where several would do and none is the right one.
 */
export function profileOfVm(
  profiles: readonly Profile[],
  vmId: VmId,
  username: string | null,
): Profile | null {
  const ofVm = profiles.filter((profile) => profile.vmId?.toLowerCase() === vmId.toLowerCase());
  const wanted = username?.toLowerCase();
  const ofUser = ofVm.filter((profile) => wanted !== undefined && plain(profile.username) === wanted);
  const ofAnybody = ofVm.filter((profile) => profile.username === null);
  const [only, ...others] = ofUser.length > 0 ? ofUser : ofAnybody;
  return only && others.length === 0 ? only : null;
}

function plain(username: string | null): string | undefined {
  return username?.replace(/^AzureAD\\/i, '').toLowerCase();
}
