import { isAppError } from '../../errors/app-error';
import { askingFor, sharings } from '../../rdp/lint/sharing';
import type { RdpSetting } from '../../rdp/setting';
import { chosenTemplate } from '../chosen-template';
import { usableLayers } from '../compose-layered';
import type { DirectRoute } from '../entry';
import { leftOutText, problemText } from '../layer-texts';
import { type Layer, layersFor, routeOf } from '../resolve';
import type { Template } from '../template';
import type { ListedVm } from './listed-vm';

/** What rows have in common that differ in VM and user alone. */
export interface Recipe {
  /** Rows of the same key have the same settings but for the lines of their connection. */
  readonly key: string;
  readonly layers: readonly Layer[];
  readonly route: DirectRoute | null;
  /** Id of the named template. */
  readonly template: string | null;
  /** Ids of all that apply, the narrowest last. */
  readonly templates: readonly string[];
  /** Boxes of the dialog that Windows shows when the file is opened. */
  readonly asks: readonly string[];
  /** What templates say and files may not hold. */
  readonly notes: readonly string[];
}

export type RecipeFound =
  | { readonly recipe: Recipe; readonly problem: null }
  | { readonly recipe: null; readonly problem: string };

/** Finds out what applies to a VM; each combination of templates and given settings is worked out once. */
export function createRecipes(templates: readonly Template[]) {
  const inherited = new Map<string, RecipeFound>();
  /** One for each key: many VMs come to the same. */
  const recipes = new Map<string, Recipe>();
  const theOne = (template: string | null, key: string, make: () => Recipe): Recipe => {
    const whole = JSON.stringify([template, key]);
    const recipe = recipes.get(whole) ?? make();
    recipes.set(whole, recipe);
    return recipe;
  };

  function inheritedBy(vm: ListedVm, named: string | null): RecipeFound {
    const key = JSON.stringify([vm.tenantId, vm.subscriptionId, vm.resourceGroup, vm.tags, named]);
    const known = inherited.get(key);
    if (known) return known;
    const laid = laidFor(vm, named, templates);
    const { recipe } = laid;
    const found = recipe
      ? { recipe: theOne(recipe.template, recipe.key, () => recipe), problem: null }
      : laid;
    inherited.set(key, found);
    return found;
  }

  return (vm: ListedVm, named: string | null, given: readonly RdpSetting[]): RecipeFound => {
    const found = inheritedBy(vm, named);
    if (!found.recipe || given.length === 0) return found;
    const { recipe } = found;
    const key = JSON.stringify([recipe.key, given.map(({ name, value }) => [name, value])]);
    return { recipe: theOne(recipe.template, key, () => withGiven(recipe, given, key)), problem: null };
  };
}

function laidFor(vm: ListedVm, named: string | null, templates: readonly Template[]): RecipeFound {
  try {
    const template = named === null ? null : chosenTemplate(named, templates).id;
    const { layers, problem } = layersFor(vm, templates, { chosen: template });
    if (problem) return { recipe: null, problem: problemText(problem) };
    const usable = usableLayers(layers);
    const ids = usable.layers.flatMap(({ origin }) => ('id' in origin ? origin.id : []));
    return {
      recipe: {
        key: JSON.stringify(ids),
        layers: usable.layers,
        route: routeOf(usable.layers)?.route ?? null,
        template,
        templates: ids,
        asks: asksOf(usable.layers),
        notes: usable.leftOut.map(leftOutText),
      },
      problem: null,
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { recipe: null, problem: error.message };
  }
}

function withGiven(recipe: Recipe, given: readonly RdpSetting[], key: string): Recipe {
  const layers = [...recipe.layers, { origin: { kind: 'given' }, settings: given, route: null } as const];
  return { ...recipe, key, layers, asks: asksOf(layers) };
}

/** Ours ask for nothing: only what a layer says last can. */
function asksOf(layers: readonly Layer[]): string[] {
  const last = new Map(layers.flatMap(({ settings }) => settings.map((setting) => [setting.name, setting])));
  const all = (name: string) => {
    const setting = last.get(name);
    return setting ? [{ ...setting, line: 1 }] : [];
  };
  return sharings.flatMap(({ box, kind }) => (askingFor({ all }, kind).length > 0 ? [box] : []));
}
