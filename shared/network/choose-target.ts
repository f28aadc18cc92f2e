import { AppError } from '../errors/app-error';
import { isIpAddress, isSameHost } from './host-name';
import { isRemembered, type NameCandidate, type NameResolution, type Target } from './resolution';

export interface TargetChoice {
  readonly candidates: readonly NameCandidate[];
  readonly resolutions: readonly NameResolution[];
  /** A name or address the person insists on: taken, and judged like any other. */
  readonly insistedAddress: string | null;
  readonly port: number;
  /** The VM's public names and addresses; null when they could not be read. */
  readonly publicNames: readonly string[] | null;
  readonly publicAddresses: readonly string[] | null;
  /** Named in the explanation where no name leads to the VM. */
  readonly privateAddresses?: readonly string[] | null | undefined;
}

interface Choice {
  readonly name: string;
  readonly isRegistered: boolean | null;
  readonly why: string;
}

/**
 * The host name to connect to: what the person insists on or gave, else the first candidate that is both
 * registered in Entra ID and resolves, else the computer name.
 *
 * @throws AppError `not-found` when nothing says what Windows is called on the VM.
 */
export function chooseTarget(choice: TargetChoice): Target {
  const { name, isRegistered, why } = insistedOn(choice) ?? given(choice) ?? bestOf(choice);
  const resolves = isIpAddress(name) || resolvesHere(name, choice.resolutions);
  const passwordFallback = resolves ? null : publicWay(choice);
  return {
    address: name,
    port: choice.port,
    why: [why, ...(resolves ? [] : [detourIn(choice, passwordFallback)])].join('; ') + '.',
    isRegistered,
    resolves,
    passwordFallback,
  };
}

function insistedOn({ insistedAddress, candidates }: TargetChoice): Choice | null {
  if (insistedAddress === null) return null;
  const known = candidates.find(({ name }) => isSameHost(name, insistedAddress));
  return {
    name: insistedAddress,
    isRegistered: known?.isRegistered ?? null,
    why: `${insistedAddress} is the address you asked for`,
  };
}

function given({ candidates }: TargetChoice): Choice | null {
  const candidate = candidates.find(({ source }) => source === 'given');
  return candidate ? { ...candidate, why: `${candidate.name} is the name you gave` } : null;
}

function bestOf({ candidates, resolutions }: TargetChoice): Choice {
  const computerName =
    candidates.find((one) => isRemembered(one) && resolvesHere(one.name, resolutions)) ??
    candidates.find(({ source }) => source !== 'public-name');
  if (!computerName) {
    throw new AppError(
      'not-found',
      'Choosing the name to connect to stopped: neither Azure nor Entra ID says what Windows is called on this VM. Start the VM so that it reports its name, or give the name yourself.',
      { help: 'target-is-a-host-name' },
    );
  }
  const best = candidates.find(({ name, isRegistered }) => isRegistered && resolvesHere(name, resolutions));
  if (best) return { ...best, why: whyBest(best, computerName, resolutions) };
  return { ...computerName, why: whyComputerName(computerName, candidates) };
}

function whyBest(
  best: NameCandidate,
  computerName: NameCandidate,
  resolutions: readonly NameResolution[],
): string {
  if (best === computerName)
    return `${best.name} is ${originOf(best)}, is registered in Entra ID and resolves`;
  const fault = resolvesHere(computerName.name, resolutions) ? 'is not registered' : 'does not resolve';
  return `${best.name} is registered in Entra ID and resolves, while the computer name ${computerName.name} ${fault}`;
}

function whyComputerName(computerName: NameCandidate, candidates: readonly NameCandidate[]): string {
  const subject = `${computerName.name} is ${originOf(computerName)}`;
  if (computerName.isRegistered === null)
    return `${subject}; the names Entra ID knows it by could not be read`;
  if (computerName.isRegistered) return `${subject} and is registered in Entra ID`;
  const registered = candidates.filter(({ isRegistered }) => isRegistered).map(({ name }) => name);
  if (!registered.length) return `${subject}; Entra ID knows the VM by no name`;
  return `${subject}; no name that Entra ID knows the VM by (${registered.join(', ')}) resolves here`;
}

const origins: Readonly<Partial<Record<NameCandidate['source'], string>>> = {
  'computer-name': "the VM's computer name",
  'last-list': "the VM's computer name in the last list, as Azure could not be asked",
  profile: 'the name in the profile of the VM, as Azure could not be asked',
};

function originOf({ source }: NameCandidate): string {
  return origins[source] ?? 'the name Windows goes by on the VM';
}

function resolvesHere(name: string, resolutions: readonly NameResolution[]): boolean {
  return resolutions.some(
    (resolution) => isSameHost(resolution.name, name) && resolution.addresses.length > 0,
  );
}

// Only the password route may go by a public name or an address: a web account needs the registered name.
function publicWay({ publicNames, publicAddresses, resolutions }: TargetChoice): string | null {
  const names = publicNames ?? [];
  return names.find((name) => resolvesHere(name, resolutions)) ?? publicAddresses?.[0] ?? names[0] ?? null;
}

function detourIn({ privateAddresses }: TargetChoice, passwordFallback: string | null): string {
  if (passwordFallback !== null) {
    return `it does not resolve here, so signing in with a password would go to ${passwordFallback}`;
  }
  const [address] = privateAddresses ?? [];
  return `it does not resolve here${address === undefined ? '' : ` (the VM's private address is ${address})`}`;
}
