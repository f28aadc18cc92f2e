import { AppError } from '../errors/app-error';
import { type LeftOut, usableLayers } from './compose-layered';
import { problemText } from './layer-texts';
import { layersFor, outsideAzure, type ResolvedSetting, resolveSettings, routeOf } from './resolve';
import type { Template } from './template';

export interface TemplateSettings {
  readonly settings: readonly ResolvedSetting[];
  readonly leftOut: readonly LeftOut[];
  readonly route: Template['route'];
}

/**
 * A template's own settings, and those it inherits.
 *
 * @throws AppError `invalid-request` where it inherits from nowhere, or from itself.
 */
export function settingsOfTemplate(template: Template, templates: readonly Template[]): TemplateSettings {
  const found = layersFor(outsideAzure, templates, { chosen: template.id });
  if (found.problem) throw new AppError('invalid-request', problemText(found.problem));
  const chain = withInherited(template, templates);
  const { layers, leftOut } = usableLayers(
    found.layers.filter(({ origin }) => 'id' in origin && chain.has(origin.id)),
  );
  return { settings: resolveSettings([], layers), leftOut, route: routeOf(layers)?.route ?? null };
}

function withInherited({ id, inherits }: Template, templates: readonly Template[]): Set<string> {
  const next = templates.find((one) => one.id === inherits);
  return new Set([id, ...(next ? withInherited(next, templates) : [])]);
}
