import type { Cloud } from '../shared/azure/cloud';
import { bastionByHand, isBastion } from '../shared/launch/bastion-way';
import { type PlannedProfile, planProfile, valueOf } from '../shared/launch/plan-profile';
import type { UsedFile } from '../shared/launch/used-file';
import { vmScopeIn } from '../shared/launch/vm-scope';
import type { Gathered } from '../shared/preflight/fact';
import { valueOf as factIn } from '../shared/preflight/gaps';
import type { Route } from '../shared/preflight/route';
import { composeLayered } from '../shared/profiles/compose-layered';
import { type Origin, outsideAzure, type ResolvedSetting } from '../shared/profiles/resolve';
import { scopeOfProfile } from '../shared/profiles/scope-of-profile';
import { settingsIn } from '../shared/rdp/parse';
import { profileFileName } from '../shared/rdp/profile-name';
import { serializeRdp } from '../shared/rdp/serialize';
import type { Library } from './profiles/library';
import type { LookedFor, SignedFile } from './profiles/signed-profile';
import type { LayersWanted, VmLayers } from './profiles/vm-layers';
import type { PreflightRun, ProfileRequest } from './services';
import { signedFileFor, whoConnects } from './signed-file-for';

/** What a file is made with. */
export interface ComposingRooms {
  /** What the library's templates, and its profile of the VM, say of the file. */
  readonly layers: (wanted: LayersWanted) => Promise<VmLayers>;
  readonly library: () => Promise<Pick<Library, 'contents' | 'keptFile'>>;
  readonly cloud: () => Promise<Pick<Cloud, 'portal'>>;
}

export interface ComposedFile extends PlannedProfile {
  readonly bytes: Uint8Array;
  /** The signed file that these bytes are; null where they were composed. */
  readonly used: UsedFile | null;
  readonly passedOver: LookedFor['passedOver'];
  readonly settings: readonly ResolvedSetting[];
  readonly fileName: string;
}

/** The layers of the library for the VM that was looked at. */
export function inheritedBy(
  rooms: ComposingRooms,
  { gathered }: PreflightRun,
  { subject, template, given }: Pick<ProfileRequest, 'subject' | 'template' | 'given'>,
): Promise<VmLayers> {
  const vmId = 'vmId' in subject ? subject.vmId : null;
  const profile = 'hostName' in subject ? subject.profile : undefined;
  const elsewhere = profile ? scopeOfProfile(profile) : outsideAzure;
  return rooms.layers({
    scope: vmId === null ? elsewhere : vmScopeIn(gathered, vmId),
    vmId,
    profile,
    username: valueOf(gathered, 'account')?.username ?? null,
    template,
    given,
  });
}

/** The file for a route: the signed one that fits, else one of ours. @throws AppError for a way through Bastion. */
export async function composeFor(
  rooms: ComposingRooms,
  route: Route,
  { layers, warnings }: VmLayers,
  run: PreflightRun,
  request: Pick<ProfileRequest, 'subject' | 'address' | 'template' | 'given'>,
): Promise<ComposedFile> {
  const { report, gathered } = run;
  if (isBastion(route)) {
    const bastion = valueOf(gathered, 'bastions')?.hosts[0] ?? null;
    throw bastionByHand(route, await rooms.cloud(), valueOf(gathered, 'vm'), bastion);
  }
  const planned = planProfile(route, report, gathered);
  const plan = { ...planned, username: whoConnects(planned.username, request) };
  const fileName = profileFileName(report.vm.name);
  const { file, passedOver } = await signedFileFor(rooms.library, plan, knownIn(gathered), request);
  if (file) return { ...plan, ...asItIs(file), fileName, passedOver };
  const settings = composeLayered(plan, layers);
  return {
    ...plan,
    warnings: [...plan.warnings, ...warnings],
    settings,
    bytes: serializeRdp(settings),
    fileName,
    used: null,
    passedOver: passedOver.map((why) => `${why} A new one is made.`),
  };
}

function knownIn(gathered: Gathered): Parameters<typeof signedFileFor>[2] {
  return {
    vm: factIn(gathered, 'vm'),
    nameCandidates: factIn(gathered, 'nameCandidates'),
    nameResolutions: factIn(gathered, 'nameResolutions'),
    pcPolicies: factIn(gathered, 'pcPolicies'),
  };
}

/** What templates say has no part in a file that is finished. */
function asItIs({ document, host, username, used }: SignedFile) {
  const origin: Origin =
    used.id === null ? { kind: 'given' } : { kind: 'profile', id: used.id, name: used.name };
  return {
    address: host,
    username,
    used,
    bytes: document.bytes,
    settings: settingsIn(document).map((setting) => ({ ...setting, origin, instead: [] })),
  };
}
