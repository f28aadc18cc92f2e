import { faultOf, propertyNamed } from '../rdp/catalogue';
import { composeProfile, type ProfilePlan } from '../rdp/compose';
import type { RdpSetting } from '../rdp/setting';
import { type Layer, type Origin, type ResolvedSetting, resolveSettings } from './resolve';
import { whyNotInTemplate } from './template-settings';

/** A setting of a layer that no template or profile may hold, and why. */
export interface LeftOut {
  readonly setting: RdpSetting;
  readonly origin: Origin;
  readonly because: string;
}

export interface LayeredSettings {
  readonly layers: readonly Layer[];
  readonly leftOut: readonly LeftOut[];
}

/** Layers without what they may not hold. What a person gives for one file stands last, and is theirs to decide. */
export function usableLayers(layers: readonly Layer[], given: readonly RdpSetting[] = []): LayeredSettings {
  const leftOut = layers.flatMap(({ origin, settings }) =>
    settings.flatMap((setting) => {
      const because = whyUnusable(setting);
      return because === null ? [] : [{ setting, origin, because }];
    }),
  );
  const usable = layers.map((layer) => ({
    ...layer,
    settings: layer.settings.filter((setting) => whyUnusable(setting) === null),
  }));
  return {
    layers: given.length ? [...usable, { origin: { kind: 'given' }, settings: given, route: null }] : usable,
    leftOut,
  };
}

// What somebody wrote into a template by hand must not keep others from connecting.
function whyUnusable(setting: RdpSetting): string | null {
  return whyNotInTemplate(setting) ?? faultOf(setting) ?? unwritable(setting);
}

function unwritable({ name, type, value }: RdpSetting): string | null {
  return type === 'i' && !/^-?\d+$/.test(value) ? `“${name}” takes a whole number` : null;
}

/** Which lines of ours follow from the VM, the route and the account; the others are the product's choice. */
const fromTheConnection: ReadonlySet<string> = new Set([
  'full address',
  'alternate full address',
  'server port',
  'username',
  'enablerdsaadauth',
  'prompt for credentials',
]);

/**
 * The settings of one profile with where each comes from: ours first, and every layer over them.
 *
 * @throws AppError as `composeProfile` does.
 */
export function composeLayered(plan: ProfilePlan, layers: readonly Layer[]): ResolvedSetting[] {
  const base = composeProfile(plan).map((setting) => ({
    ...setting,
    origin: fromTheConnection.has(setting.name) ? connection : product,
    instead: [],
  }));
  return resolveSettings(base, layers);
}

const connection: Origin = { kind: 'connection' };
const product: Origin = { kind: 'product' };

/** The same for a person or a program to read: what is a secret has no value. */
export function tellable(settings: readonly ResolvedSetting[]): object[] {
  return settings.map((setting) =>
    propertyNamed(setting.name)?.isSecret ? { ...setting, value: null, instead: [] } : setting,
  );
}
