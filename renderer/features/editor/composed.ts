import { type AppError, isAppError } from '../../../shared/errors/app-error';
import { composeLayered, type LeftOut, usableLayers } from '../../../shared/profiles/compose-layered';
import type { DirectRoute } from '../../../shared/profiles/entry';
import type { LibraryEntry } from '../../../shared/profiles/library-view';
import type { Profile } from '../../../shared/profiles/profile';
import {
  type Layer,
  type Layers,
  type LayersProblem,
  layersFor,
  type Origin,
  outsideAzure,
  type ResolvedSetting,
  routeOf,
  type VmScope,
} from '../../../shared/profiles/resolve';
import { scopeOfProfile } from '../../../shared/profiles/scope-of-profile';
import type { Template } from '../../../shared/profiles/template';
import type { ProfilePlan } from '../../../shared/rdp/compose';
import type { ScopeInAzure } from './use-vm-scope';

/** An entry laid over what it inherits: what its file says, line by line, and why. */
export interface Composed {
  readonly settings: readonly ResolvedSetting[];
  readonly byName: ReadonlyMap<string, ResolvedSetting>;
  readonly route: DirectRoute;
  /** Who chose that route; null where nobody did. */
  readonly routeFrom: Origin | null;
  readonly leftOut: readonly LeftOut[];
  /** Why templates could not be laid; nothing is inherited then. */
  readonly layersProblem: LayersProblem | null;
  /** Why no file can be made of it as it is. */
  readonly problem: AppError | null;
}

/** Stands for the VM's name where an entry names none, in the file that is shown. */
const anyVm = 'THE-VM';

/** @param seen what Azure says of the VM that a profile names; null where that is not known. */
export function compose(
  entry: LibraryEntry,
  templates: readonly Template[],
  seen: ScopeInAzure | null = null,
): Composed {
  const { layers, problem: layersProblem } = layersOf(entry, templates, seen);
  const usable = usableLayers(layers);
  const route = routeOf(usable.layers);
  const { settings, problem } = composeOrSay(planOf(entry, route?.route ?? 'web-account'), usable.layers);
  return {
    settings,
    byName: new Map(settings.map((setting) => [setting.name, setting])),
    route: route?.route ?? 'web-account',
    routeFrom: route?.origin ?? null,
    leftOut: usable.leftOut,
    layersProblem,
    problem,
  };
}

/** Whether a value comes from the very entry, and not from what it inherits. */
export function isOwn(origin: Origin, { kind, id }: LibraryEntry): boolean {
  return origin.kind === kind && origin.id === id;
}

/** A chain of named templates that cannot be laid is told, and the others are laid without it. */
function layersOf(
  entry: LibraryEntry,
  templates: readonly Template[],
  seen: ScopeInAzure | null,
): { readonly layers: readonly Layer[]; readonly problem: LayersProblem | null } {
  const laid = layersUpTo(entry, templates, seen);
  if (laid.problem === null) return laid;
  const alone = entry.kind === 'profile' ? { ...entry, template: null } : { ...entry, inherits: null };
  return { layers: layersUpTo(alone, templates, seen).layers ?? [], problem: laid.problem };
}

/** What is laid over a template is another's business: in its own editor it stands last. */
function layersUpTo(entry: LibraryEntry, templates: readonly Template[], seen: ScopeInAzure | null): Layers {
  if (entry.kind === 'profile') {
    return layersFor(scopeSeen(entry, seen), templates, { profile: entry });
  }
  const others = templates.filter(({ id }) => id !== entry.id);
  const chosen = entry.appliesTo.level === 'named' ? entry.id : null;
  const laid = layersFor(scopeOfTemplate(entry), [...others, entry], { chosen });
  if (laid.problem !== null) return laid;
  const at = laid.layers.findIndex(({ origin }) => isOwn(origin, entry));
  return { layers: laid.layers.slice(0, at + 1), problem: null };
}

function scopeSeen(profile: Profile, seen: ScopeInAzure | null): VmScope {
  const scope = scopeOfProfile(profile);
  return seen ? { ...scope, tenantId: seen.tenantId ?? scope.tenantId, tags: seen.tags } : scope;
}

/** A VM that the template is for, and of which nothing else is known. */
function scopeOfTemplate({ appliesTo }: Template): VmScope {
  switch (appliesTo.level) {
    case 'organisation':
    case 'named':
      return outsideAzure;
    case 'tenant':
      return { ...outsideAzure, tenantId: appliesTo.tenantId };
    case 'subscription':
      return { ...outsideAzure, subscriptionId: appliesTo.subscriptionId };
    case 'resource-group': {
      const { subscriptionId, resourceGroup } = appliesTo;
      return { ...outsideAzure, subscriptionId, resourceGroup };
    }
    case 'tag':
      return { ...outsideAzure, tags: { [appliesTo.tag]: appliesTo.value ?? '' } };
  }
}

function planOf(entry: LibraryEntry, route: DirectRoute): ProfilePlan {
  if (entry.kind === 'template') return { address: anyVm, port: 3389, username: null, route };
  const { address, computerName, port, username } = entry;
  return { address: address ?? computerName ?? anyVm, port: port ?? 3389, username, route };
}

/** What cannot be written is said, and the rest is shown as for any VM. */
function composeOrSay(
  plan: ProfilePlan,
  layers: readonly Layer[],
): { readonly settings: readonly ResolvedSetting[]; readonly problem: AppError | null } {
  try {
    return { settings: composeLayered(plan, layers), problem: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const anybody = { address: anyVm, port: 3389, username: null, route: plan.route };
    return { settings: composeLayered(anybody, layers), problem: error };
  }
}
