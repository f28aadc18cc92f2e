import { isSameResource } from '../shared/azure/same-resource';
import type { VmId } from '../shared/azure/virtual-machine';
import { isAppError } from '../shared/errors/app-error';
import type { RememberedName } from '../shared/network/resolution';
import type { Profile } from '../shared/profiles/profile';
import { connectionIn } from '../shared/rdp/connection';
import { settingsIn } from '../shared/rdp/parse';
import type { LastList } from './last-list/last-list';
import type { Library } from './profiles/library';
import { rdpDocumentIn } from './rdp-files/read-rdp-file';

type OpenLibrary = () => Promise<Pick<Library, 'contents' | 'keptFile'>>;

/**
 * What a VM was called when it was last known: by the profiles that the helpdesk made of it and the finished files
 * they keep, then by the last list. A library or a list that cannot be read has no names.
 */
export async function rememberedNames(
  lastList: Pick<LastList, 'of'>,
  openLibrary: OpenLibrary,
  vmId: VmId,
  signal: AbortSignal,
): Promise<readonly RememberedName[]> {
  const [seen, { chosen, computerNames }] = await Promise.all([
    lastList.of(vmId, signal).catch(without(null)),
    namesInLibrary(openLibrary, vmId).catch(without({ chosen: [], computerNames: [] })),
  ]);
  const listed = seen?.vm.computerName ?? null;
  return [
    ...chosen.map((name) => ({ name, source: 'profile' as const })),
    ...(listed === null ? [] : [{ name: listed, source: 'last-list' as const }]),
    ...computerNames.map((name) => ({ name, source: 'profile' as const })),
  ];
}

async function namesInLibrary(openLibrary: OpenLibrary, vmId: VmId) {
  const library = await openLibrary();
  const profiles = (await library.contents()).profiles
    .map(({ entry }) => entry)
    .filter((profile) => profile.vmId !== null && isSameResource(profile.vmId, vmId));
  const ofFiles = await Promise.all(profiles.map((profile) => hostsInFiles(library, profile)));
  return {
    chosen: [...profiles.flatMap(({ address }) => address ?? []), ...ofFiles.flat()],
    computerNames: profiles.flatMap(({ computerName }) => computerName ?? []),
  };
}

/** Where the finished files beside a profile lead. One that cannot be read leads nowhere. */
async function hostsInFiles(
  library: Pick<Library, 'keptFile'>,
  profile: Profile,
): Promise<readonly string[]> {
  const hosts = await Promise.all(
    profile.files.map(async ({ file, route }) => {
      const document = rdpDocumentIn(await library.keptFile(profile, route), file);
      return connectionIn(settingsIn(document))?.host ?? null;
    }),
  ).catch(without([]));
  return hosts.flatMap((host) => host ?? []);
}

function without<T>(nothing: T): (error: unknown) => T {
  return (error) => {
    if (isAppError(error)) return nothing;
    throw error;
  };
}
