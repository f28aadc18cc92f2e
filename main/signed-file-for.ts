import { planConnection } from '../shared/launch/plan-profile';
import type { WantedConnection } from '../shared/launch/signed-file';
import { isSameHost } from '../shared/network/host-name';
import { isRemembered } from '../shared/network/resolution';
import type { Facts } from '../shared/preflight/fact';
import { DirectRoute } from '../shared/profiles/entry';
import type { ProfilePlan } from '../shared/rdp/compose';
import type { SignedFilesKnown } from './preflight/gatherer';
import type { Library } from './profiles/library';
import type { LookedFor } from './profiles/signed-profile';
import type { ProfileRequest } from './services';

type LibraryRead = () => Promise<Pick<Library, 'contents' | 'keptFile'>>;
type Request = Pick<ProfileRequest, 'subject' | 'address' | 'template' | 'given'>;

const nothing: LookedFor = { file: null, passedOver: [] };

/**
 * The signed file to open in place of one composed here: the one that was named, else the one the library keeps
 * for the VM. Where a template or settings were asked for, a new file is what is wanted.
 */
export async function signedFileFor(
  library: LibraryRead,
  { route, username, address: chosen, port }: ProfilePlan,
  known: Omit<SignedFilesKnown, 'target' | 'account'>,
  { subject, address, template, given = [] }: Request,
): Promise<LookedFor> {
  if (template !== undefined || given.length > 0) return nothing;
  const connection: WantedConnection = {
    route,
    hosts: address === undefined ? hostsOf(chosen, route, known) : [chosen],
    port,
    username,
    isForAnybody: 'hostName' in subject && subject.file !== undefined,
    isSignedForbidden: known.pcPolicies?.allowSignedFiles === false,
  };
  const { signedFileGiven, signedFileInLibrary } = await import('./profiles/signed-profile');
  if ('hostName' in subject && subject.file) return signedFileGiven(subject.file, connection);
  const candidates = known.nameCandidates ?? [];
  const names = [chosen, known.vm?.computerName ?? null, ...candidates.map(({ name }) => name)];
  return signedFileInLibrary(library, {
    ...connection,
    vmId: 'vmId' in subject ? subject.vmId : null,
    names: names.filter((name) => name !== null),
  });
}

/** The same for every way that a file can take: what the pre-flight judges this PC's policies by. */
export async function signedFilesFor(
  library: LibraryRead,
  known: SignedFilesKnown,
  request: Request,
): Promise<Facts['signedFiles']> {
  const found = await Promise.all(
    DirectRoute.options.map(async (route) => {
      const planned = planConnection(route, known.target, known.account ?? null);
      const plan = { ...planned, username: whoConnects(planned.username, request) };
      return { route, ...(await signedFileFor(library, plan, known, request)) };
    }),
  );
  return {
    used: found.flatMap(({ route, file }) =>
      file
        ? [
            {
              route,
              profile: file.used.name,
              signer: file.used.signer,
              certificate: { thumbprint: file.certificate.thumbprint, sha256: file.certificate.sha256 },
            },
          ]
        : [],
    ),
    passedOver: found.flatMap(({ route, passedOver }) => passedOver.map((because) => ({ route, because }))),
  };
}

/** A profile that was chosen says whom it is for; where nobody is signed in, the file that was named may. */
export function whoConnects(
  signedIn: string | null,
  { subject }: Pick<ProfileRequest, 'subject'>,
): string | null {
  if ('vmId' in subject) return signedIn;
  return subject.profile?.username ?? signedIn ?? subject.username ?? null;
}

/**
 * The address that was chosen, and every other that would do as well: a helpdesk may have chosen another one, and
 * where Azure says nothing of the VM, what they chose is all there is.
 */
function hostsOf(
  chosen: string,
  route: DirectRoute,
  { nameCandidates = [], nameResolutions = [] }: Pick<SignedFilesKnown, 'nameCandidates' | 'nameResolutions'>,
): string[] {
  const resolves = (name: string) =>
    nameResolutions.some((one) => isSameHost(one.name, name) && one.addresses.length > 0);
  const others = nameCandidates
    .filter((one) => isRemembered(one) || (resolves(one.name) && (route === 'password' || one.isRegistered)))
    .map(({ name }) => name);
  return [chosen, ...others];
}
