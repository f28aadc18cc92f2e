import { AppError, type AppErrorCode, isAppError } from '../../../shared/errors/app-error';
import { isHostName } from '../../../shared/network/host-name';
import type { LastSeen } from '../../last-list/last-list';
import type { Services } from '../../services';
import type { CommandContext } from '../command';
import { whenListed } from '../text/last-list-text';
import { isOffline } from './last-list';
import type { Named } from './named';
import { profileNamed } from './profile-named';

/**
 * The VM that was named. Where Azure does not know it, the library is asked; where Azure cannot be asked, the last list
 * is, then the library; where nobody knows the name and it could be a host, the host alone is asked about: a person
 * without any right in Azure is served too.
 */
export async function vmNamed(
  services: Services,
  { words: [name = ''], options, output, signal }: CommandContext,
): Promise<Named> {
  try {
    return { subject: { vmId: (await services.inventory.find(name, signal)).id } };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const profile = notInAzure.includes(error.code) ? await profileKnown(services, name) : null;
    if (profile) {
      output.note(profile.taken);
      return profile.named;
    }
    const known = isOffline(error) ? await knownBefore(services, name, signal) : null;
    if (known && (error.code !== 'sign-in-required' || options.flag('anyway'))) {
      output.note(`${error.message} ${known.taken}`);
      return known.named;
    }
    const isConfigured = (await services.session.state()).isConfigured;
    if (known && isConfigured) throw withWayRound(error, known);
    if (!known && !isHostOutsideAzure(error, name, isConfigured)) throw error;
    const outside = known?.outsideAzure ?? { subject: { hostName: name } };
    output.note(`${error.message} Looking at ${hostIn(outside, name)} as a host name, without Azure.`);
    return outside;
  }
}

function hostIn({ subject }: Named, name: string): string {
  return 'hostName' in subject ? subject.hostName : name;
}

/** What is known of a name without Azure. */
interface KnownBefore {
  readonly named: Named;
  /** The same for who has no sign-in at all. */
  readonly outsideAzure: Named;
  /** The name to go on with. */
  readonly name: string;
  /** What it is, as a sentence that completes "… is in". */
  readonly place: string;
  readonly taken: string;
}

async function knownBefore(
  services: Services,
  name: string,
  signal: AbortSignal,
): Promise<KnownBefore | null> {
  const seen = await lastSeen(services, name, signal);
  if (seen) {
    const place = `the list of ${whenListed(seen)}`;
    return {
      named: { subject: { vmId: seen.vm.id } },
      outsideAzure: { subject: { hostName: seen.vm.computerName ?? name } },
      name: seen.vm.name,
      place,
      taken: `Taking ${seen.vm.name} from ${place}.`,
    };
  }
  return profileKnown(services, name);
}

async function profileKnown(services: Services, name: string): Promise<KnownBefore | null> {
  const profile = await profileNamed(services, name);
  if (!profile) return null;
  return {
    named: profile.named,
    outsideAzure: profile.named,
    name,
    place: 'the library',
    taken: `Taking the profile “${profile.name}” from the library.`,
  };
}

/** The VM of that name in the last list. */
async function lastSeen({ lastList }: Services, name: string, signal: AbortSignal): Promise<LastSeen | null> {
  return lastList.called(name, signal).catch((fault: unknown) => {
    if (isAppError(fault) && fault.code === 'unreadable') return null;
    throw fault;
  });
}

function withWayRound({ code, help, message }: AppError, { name, place }: KnownBefore): AppError {
  return new AppError(
    code,
    `${message} ${name} is in ${place}: entra-rdp connect ${name} --anyway connects without asking Azure.`,
    { ...(help && { help }) },
  );
}

// A bare word that Azure does not know is a typing mistake rather than a host: only a dotted name is taken for one.
// Where nobody ever set up a sign-in there is no Azure to know it, and any name may be a host.
function isHostOutsideAzure({ code }: AppError, name: string, isConfigured: boolean): boolean {
  if (!outsideAzure.includes(code)) return false;
  if (/^[a-z0-9][a-z0-9.-]*\.[a-z0-9-]+$/i.test(name)) return true;
  return code !== 'not-found' && isHostName(name) && !isConfigured;
}

/** Azure was asked, or what was written can be no VM of it. */
const notInAzure: readonly AppErrorCode[] = ['not-found', 'invalid-request'];

const outsideAzure: readonly AppErrorCode[] = [
  'not-found',
  'access-denied',
  'sign-in-required',
  'not-configured',
  'unreachable',
  'timed-out',
];
