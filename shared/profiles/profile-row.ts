import type { ProfileRow } from './library-view';
import type { Profile } from './profile';

/** What the list shows of a profile. */
export function profileRow(profile: Profile): ProfileRow {
  const { id, name, vmId, address, computerName, username, route, template, files } = profile;
  return {
    id,
    name,
    vmId,
    address: address ?? computerName,
    username,
    route,
    template,
    files: files.map((kept) => kept.route),
  };
}
