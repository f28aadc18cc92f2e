import { type PlannedProfile, valueOf } from '../shared/launch/plan-profile';
import type { WantedConnection } from '../shared/launch/signed-file';
import { isSameHost } from '../shared/network/host-name';
import type { Gathered } from '../shared/preflight/fact';
import type { DirectRoute } from '../shared/profiles/entry';
import type { Library } from './profiles/library';
import type { LookedFor } from './profiles/signed-profile';
import type { PreflightRun, ProfileRequest } from './services';

type Request = Pick<ProfileRequest, 'subject' | 'address' | 'template' | 'given'>;

const nothing: LookedFor = { file: null, passedOver: [] };

/**
 * The signed file to open in place of one composed here: the one that was named, else the one the library keeps
 * for the VM. Where a template or settings were asked for, a new file is what is wanted.
 */
export async function signedFileFor(
  library: () => Promise<Pick<Library, 'contents' | 'keptFile'>>,
  plan: PlannedProfile,
  { report, gathered }: PreflightRun,
  { subject, address, template, given = [] }: Request,
): Promise<LookedFor> {
  const { route, username } = plan;
  if (template !== undefined || given.length > 0) return nothing;
  const connection: WantedConnection = {
    route,
    hosts: address === undefined ? hostsOf(plan.address, route, gathered) : [plan.address],
    port: plan.port,
    username,
    isForAnybody: 'hostName' in subject && subject.file !== undefined,
  };
  const { signedFileGiven, signedFileInLibrary } = await import('./profiles/signed-profile');
  if ('hostName' in subject && subject.file) return signedFileGiven(subject.file, connection);
  const names = [plan.address, report.vm.computerName, ...candidatesIn(gathered).map(({ name }) => name)];
  return signedFileInLibrary(library, {
    ...connection,
    vmId: 'vmId' in subject ? subject.vmId : null,
    names: names.filter((name) => name !== null),
  });
}

/** The address that was chosen, and every other that would do as well: a helpdesk may have chosen another one. */
function hostsOf(chosen: string, route: DirectRoute, gathered: Gathered): string[] {
  const resolutions = valueOf(gathered, 'nameResolutions') ?? [];
  const resolves = (name: string) =>
    resolutions.some((one) => isSameHost(one.name, name) && one.addresses.length > 0);
  const others = candidatesIn(gathered)
    .filter(({ name, isRegistered }) => resolves(name) && (route === 'password' || isRegistered))
    .map(({ name }) => name);
  return [chosen, ...others];
}

function candidatesIn(gathered: Gathered) {
  return valueOf(gathered, 'nameCandidates') ?? [];
}
