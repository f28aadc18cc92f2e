import { AppError } from '../errors/app-error';
import { isWindowsAccount } from '../rdp/compose';
import { serializeRdp } from '../rdp/serialize';
import { composeLayered, usableLayers } from './compose-layered';
import type { DirectRoute } from './entry';
import { leftOutText, problemText } from './layer-texts';
import type { Profile } from './profile';
import { type Layer, layersFor, type ResolvedSetting, routeOf } from './resolve';
import { scopeOfProfile } from './scope-of-profile';
import type { Template } from './template';

export interface ComposedEntry {
  readonly bytes: Uint8Array;
  readonly route: DirectRoute;
  readonly settings: readonly ResolvedSetting[];
  readonly warnings: readonly string[];
  /** Ids of templates that a tag of the VM may add. */
  readonly byTags: readonly string[];
}

/**
 * The file of a library's profile by what the library knows alone: nothing is asked of Azure, so templates that
 * apply by a tag of the VM are left out, and the name is the one last seen.
 *
 * @throws AppError `not-found` for a profile that says nowhere to connect to; `invalid-request` for templates
 *   that cannot be laid, and an address or a user name that no file can carry.
 */
export function composeEntry(profile: Profile, templates: readonly Template[]): ComposedEntry {
  const address = profile.address ?? profile.computerName;
  if (address === null) throw nowhereToConnect(profile);
  const { layers, problem } = layersFor(scopeOfProfile(profile), templates, { profile });
  if (problem) throw new AppError('invalid-request', problemText(problem));
  const usable = usableLayers(layers);
  const route = routeOf(usable.layers)?.route ?? 'web-account';
  const plan = { address, port: profile.port ?? 3389, username: profile.username, route };
  const settings = composeLayered(plan, usable.layers);
  const warnings = [...usable.leftOut.map(leftOutText), ...notOfEntra(profile)];
  return {
    bytes: serializeRdp(settings),
    route,
    settings,
    warnings,
    byTags: byTagsOf(profile, templates, layers),
  };
}

export function nowhereToConnect({ name }: Pick<Profile, 'name'>): AppError {
  return new AppError(
    'not-found',
    `“${name}” does not say where it leads. Give it an address, or connect to its VM once: the name is remembered then.`,
  );
}

function notOfEntra({ username }: Profile): string[] {
  if (username === null || !isWindowsAccount(username)) return [];
  return [
    `“${username}” is an account of a Windows domain or computer: a computer that is joined to Entra ID alone refuses it, and wants user@domain.com.`,
  ];
}

/** A template that the profile itself names applies whatever the tags are. */
function byTagsOf({ vmId }: Profile, templates: readonly Template[], layers: readonly Layer[]): string[] {
  if (vmId === null) return [];
  const known = new Set(layers.map(({ origin }) => ('id' in origin ? origin.id : '')));
  return templates.flatMap(({ appliesTo, id }) => (appliesTo.level === 'tag' && !known.has(id) ? id : []));
}
