import { partsOfVmId } from '../azure/virtual-machine';
import { AppError } from '../errors/app-error';
import { composeLayered, type LeftOut, usableLayers } from './compose-layered';
import type { DirectRoute } from './entry';
import { problemText } from './layer-texts';
import type { Profile } from './profile';
import {
  type Layer,
  layersFor,
  type Origin,
  outsideAzure,
  type ResolvedSetting,
  resolveSettings,
  routeOf,
  type VmScope,
} from './resolve';
import type { Template } from './template';

/** What an entry comes to by the library alone: Azure is not asked. */
export interface EntrySettings {
  readonly settings: readonly ResolvedSetting[];
  readonly leftOut: readonly LeftOut[];
  readonly route: { readonly route: DirectRoute; readonly origin: Origin } | null;
}

/**
 * A template's own settings, and those it inherits.
 *
 * @throws AppError `invalid-request` where it inherits from nowhere, or from itself.
 */
export function settingsOfTemplate(template: Template, templates: readonly Template[]): EntrySettings {
  const found = usable(layersFor(outsideAzure, templates, { chosen: template.id }));
  const chain = withInherited(template, templates);
  const layers = found.layers.filter(({ origin }) => 'id' in origin && chain.has(origin.id));
  return { settings: resolveSettings([], layers), leftOut: found.leftOut, route: routeOf(layers) };
}

function withInherited({ id, inherits }: Template, templates: readonly Template[]): Set<string> {
  const next = templates.find((one) => one.id === inherits);
  return new Set([id, ...(next ? withInherited(next, templates) : [])]);
}

/**
 * What a profile's file would say. Templates of tags are not among it: which tags a VM has only Azure knows.
 *
 * @throws AppError `invalid-request` where its template cannot be used, or no file could carry its address.
 */
export function settingsOfProfile(profile: Profile, templates: readonly Template[]): EntrySettings {
  const { layers, leftOut } = usable(layersFor(scopeOf(profile), templates, { profile }));
  const route = routeOf(layers);
  const plan = {
    address: addressOf(profile),
    port: profile.port ?? 3389,
    username: profile.username,
    route: route?.route ?? 'web-account',
  } as const;
  return { settings: composeLayered(plan, layers), leftOut, route };
}

function usable(found: ReturnType<typeof layersFor>): {
  layers: readonly Layer[];
  leftOut: readonly LeftOut[];
} {
  if (found.problem) throw new AppError('invalid-request', problemText(found.problem));
  return usableLayers(found.layers);
}

function scopeOf({ vmId, tenantId }: Profile): VmScope {
  if (vmId === null) return { ...outsideAzure, tenantId };
  const { subscriptionId, resourceGroup } = partsOfVmId(vmId);
  return { tenantId, subscriptionId, resourceGroup, tags: {} };
}

function addressOf({ address, computerName, vmId, name }: Profile): string {
  const known = address ?? computerName ?? (vmId === null ? null : partsOfVmId(vmId).name);
  if (known !== null) return known;
  throw new AppError(
    'invalid-request',
    `“${name}” does not say where it leads. Give it an address, or the VM it is for.`,
  );
}
