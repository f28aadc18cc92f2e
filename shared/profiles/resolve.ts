import { settingIn } from '../rdp/parse';
import type { RdpSetting } from '../rdp/setting';
import type { DirectRoute } from './entry';
import type { Profile } from './profile';
import type { AppliesTo, Template } from './template';

/** What decides which templates apply: where the VM stands in Azure. Null where it is not known. */
export interface VmScope {
  readonly tenantId: string | null;
  readonly subscriptionId: string | null;
  readonly resourceGroup: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** Nowhere in Azure: only the organisation's templates, and those chosen by name, apply. */
export const outsideAzure: VmScope = { tenantId: null, subscriptionId: null, resourceGroup: null, tags: {} };

/** Where a value comes from, as it is told beside every setting. */
export type Origin =
  /** The line follows from the VM, the route and the account. */
  | { readonly kind: 'connection' }
  /** What we write where nothing else is said. */
  | { readonly kind: 'product' }
  | {
      readonly kind: 'template';
      readonly id: string;
      readonly name: string;
      readonly level: AppliesTo['level'];
    }
  | { readonly kind: 'profile'; readonly id: string; readonly name: string }
  /** `--set`, or a column of the list. */
  | { readonly kind: 'given' };

/** Settings of one origin. Of two layers the later one wins. */
export interface Layer {
  readonly origin: Origin;
  readonly settings: readonly RdpSetting[];
  readonly route: DirectRoute | null;
}

export interface ResolvedSetting extends RdpSetting {
  readonly origin: Origin;
  /** What it would be without that origin, the nearest first. */
  readonly instead: readonly { readonly value: string; readonly origin: Origin }[];
}

/** Of templates, from the widest to the narrowest. */
export const levelOrder = [
  'organisation',
  'tenant',
  'subscription',
  'resource-group',
  'tag',
  'named',
] as const satisfies readonly AppliesTo['level'][];

/** Why no layers can be laid: the chosen template is not there, or templates inherit from each other in a ring. */
export type LayersProblem =
  | { readonly kind: 'no-such-template'; readonly id: string; readonly wantedBy: string | null }
  | { readonly kind: 'inherits-itself'; readonly ids: readonly string[] };

export type Layers =
  | { readonly layers: readonly Layer[]; readonly problem: null }
  | { readonly layers: null; readonly problem: LayersProblem };

/**
 * The layers that apply to a VM: organisation > tenant > subscription > resource group > tag > named template,
 * behind the ones it inherits > profile. Of two templates of the same level, the later one by tag, name and id wins.
 *
 * @param chosen the named template, in place of the profile's own.
 */
export function layersFor(
  scope: VmScope,
  templates: readonly Template[],
  {
    profile,
    chosen,
  }: { readonly profile?: Profile | undefined; readonly chosen?: string | null | undefined },
): Layers {
  const matching = templates
    .filter(({ appliesTo }) => appliesTo.level !== 'named' && matches(appliesTo, scope))
    .toSorted(byLevelAndName);
  const named = chosen ?? profile?.template ?? null;
  const chain = named === null ? [] : chainOf(named, templates);
  if (!Array.isArray(chain)) return { layers: null, problem: chain };
  const above = matching.filter(({ id }) => !chain.some((template) => template.id === id));
  return {
    layers: [...above, ...chain].map(layerOf).concat(profile ? [profileLayer(profile)] : []),
    problem: null,
  };
}

export function matches(appliesTo: AppliesTo, scope: VmScope): boolean {
  switch (appliesTo.level) {
    case 'organisation':
      return true;
    case 'tenant':
      return isSame(appliesTo.tenantId, scope.tenantId);
    case 'subscription':
      return isSame(appliesTo.subscriptionId, scope.subscriptionId);
    case 'resource-group':
      return (
        isSame(appliesTo.subscriptionId, scope.subscriptionId) &&
        isSame(appliesTo.resourceGroup, scope.resourceGroup)
      );
    case 'tag':
      return Object.entries(scope.tags).some(
        ([tag, value]) =>
          isSame(appliesTo.tag, tag) && (appliesTo.value === null || appliesTo.value === value),
      );
    case 'named':
      return false;
  }
}

/** Lays layers over what is written anyway. The order of lines is the base's; new ones stand at the end. */
export function resolveSettings(
  base: readonly ResolvedSetting[],
  layers: readonly Layer[],
): ResolvedSetting[] {
  const byName = new Map(base.map((setting) => [setting.name, setting]));
  for (const { origin, settings } of layers) {
    for (const { name, type, value } of settings) {
      const before = byName.get(name);
      const instead = before ? [{ value: before.value, origin: before.origin }, ...before.instead] : [];
      byName.set(name, { name, type, value, origin, instead });
    }
  }
  return [...byName.values()];
}

/** The route of the narrowest layer that has one. */
export function routeOf(layers: readonly Layer[]): { route: DirectRoute; origin: Origin } | null {
  const deciding = layers.findLast(({ route }) => route !== null);
  return deciding?.route ? { route: deciding.route, origin: deciding.origin } : null;
}

/** Lines as settings; what is no setting is passed over, as the schema lets none in. */
export function settingsOf(lines: readonly string[]): RdpSetting[] {
  return lines.flatMap((line) => settingIn(line) ?? []);
}

function layerOf({ id, name, appliesTo, route, settings }: Template): Layer {
  return {
    origin: { kind: 'template', id, name, level: appliesTo.level },
    settings: settingsOf(settings),
    route,
  };
}

function profileLayer({ id, name, route, settings }: Profile): Layer {
  return { origin: { kind: 'profile', id, name }, settings: settingsOf(settings), route };
}

function chainOf(id: string, templates: readonly Template[]): Template[] | LayersProblem {
  const chain: Template[] = [];
  for (let next: string | null = id; next !== null; ) {
    const wanted: string = next;
    const template = templates.find((one) => one.id === wanted);
    if (!template) return { kind: 'no-such-template', id: wanted, wantedBy: chain[0]?.id ?? null };
    if (chain.includes(template)) {
      return { kind: 'inherits-itself', ids: chain.map((one) => one.id) };
    }
    chain.unshift(template);
    next = template.inherits;
  }
  return chain;
}

function byLevelAndName(a: Template, b: Template): number {
  return (
    levelOrder.indexOf(a.appliesTo.level) - levelOrder.indexOf(b.appliesTo.level) ||
    compare(tagOf(a), tagOf(b)) ||
    compare(a.name, b.name) ||
    compare(a.id, b.id)
  );
}

function tagOf({ appliesTo }: Template): string {
  return appliesTo.level === 'tag' ? appliesTo.tag.toLowerCase() : '';
}

// The same order on every PC, whatever its language.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isSame(a: string, b: string | null): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}
