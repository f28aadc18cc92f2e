import { settingsOf } from './resolve';
import { tellableLine } from './tellable-entry';
import type { Template } from './template';

/** One thing that differs between two states of a template. Null where there was, or will be, nothing. */
export interface TemplateChange {
  /** `name`, `for whom`, `route`, `inherits`, or the name of a setting. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

export function changesBetween(before: Template | null, after: Template): TemplateChange[] {
  const [was, becomes] = [before ? told(before) : new Map<string, string>(), told(after)];
  return [...new Set([...was.keys(), ...becomes.keys()])]
    .map((what) => ({ what, before: was.get(what) ?? null, after: becomes.get(what) ?? null }))
    .filter((change) => change.before !== change.after);
}

function told({ name, appliesTo, route, inherits, settings }: Template): Map<string, string> {
  return new Map([
    ['name', name],
    ['for whom', audienceText(appliesTo)],
    ...(route === null ? [] : [['route', route] as const]),
    ...(inherits === null ? [] : [['inherits', inherits] as const]),
    ...settingsOf(settings).map((setting) => [setting.name, tellableLine(setting)] as const),
  ]);
}

/** Whom a template is for, in a few words. */
export function audienceText(appliesTo: Template['appliesTo']): string {
  switch (appliesTo.level) {
    case 'organisation':
      return 'everybody';
    case 'tenant':
      return `tenant ${appliesTo.tenantId}`;
    case 'subscription':
      return `subscription ${appliesTo.subscriptionId}`;
    case 'resource-group':
      return `resource group ${appliesTo.resourceGroup} of ${appliesTo.subscriptionId}`;
    case 'tag':
      return appliesTo.value === null
        ? `tag ${appliesTo.tag}, whatever its value`
        : `tag ${appliesTo.tag} = ${appliesTo.value}`;
    case 'named':
      return 'who chooses it';
  }
}
