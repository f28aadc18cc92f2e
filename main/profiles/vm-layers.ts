import type { VmId } from '../../shared/azure/virtual-machine';
import { AppError, isAppError } from '../../shared/errors/app-error';
import { chosenTemplate } from '../../shared/profiles/chosen-template';
import { usableLayers } from '../../shared/profiles/compose-layered';
import { leftOutText, problemText } from '../../shared/profiles/layer-texts';
import type { Profile } from '../../shared/profiles/profile';
import { profileOfVm } from '../../shared/profiles/profile-of-vm';
import { type Layer, layersFor, type VmScope } from '../../shared/profiles/resolve';
import type { RdpSetting } from '../../shared/rdp/setting';
import type { Library } from './library';

/** Whose layers are asked for. */
export interface LayersWanted {
  readonly scope: VmScope;
  /** Null for a host outside Azure: no profile can be found by it. */
  readonly vmId: VmId | null;
  readonly username: string | null;
  /** The one that was chosen, in place of the one that fits the VM and who connects. */
  readonly profile?: Profile | undefined;
  /** Id or name of a template, in place of the one the VM's profile names. */
  readonly template?: string | undefined;
  /** What a person gives for this file alone. */
  readonly given?: readonly RdpSetting[] | undefined;
}

export interface VmLayers {
  readonly layers: readonly Layer[];
  readonly warnings: readonly string[];
}

/**
 * The layers of the library for one VM. A library that cannot be read never stops who connects: it is told,
 * and nothing is inherited.
 *
 * @throws AppError where a template was asked for and cannot be used.
 */
export async function layersOfVm(
  openLibrary: () => Promise<Pick<Library, 'contents'>>,
  { scope, vmId, username, template, given = [], ...wanted }: LayersWanted,
): Promise<VmLayers> {
  try {
    const library = await openLibrary();
    const contents = await library.contents();
    const templates = contents.templates.map(({ entry }) => entry);
    const profiles = contents.profiles.map(({ entry }) => entry);
    const profile = wanted.profile ?? (vmId === null ? null : profileOfVm(profiles, vmId, username));
    const chosen = template === undefined ? null : chosenTemplate(template, templates).id;
    const { layers, problem } = layersFor(scope, templates, { profile: profile ?? undefined, chosen });
    if (problem) throw new AppError('invalid-request', problemText(problem));
    const usable = usableLayers(layers, given);
    return { layers: usable.layers, warnings: usable.leftOut.map(leftOutText) };
  } catch (error) {
    if (template !== undefined || !isAppError(error)) throw error;
    const warning = `No template was applied. ${error.message}`;
    return { layers: usableLayers([], given).layers, warnings: [warning] };
  }
}
