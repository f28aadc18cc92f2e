import type { Profile } from './profile';
import type { Template } from './template';

interface Entries {
  readonly templates: readonly { readonly entry: Pick<Template, 'id' | 'inherits'> }[];
  readonly profiles: readonly { readonly entry: Pick<Profile, 'id' | 'template'> }[];
}

/** Which entries name a template, and cannot be used without it: `profiles/web-01`. */
export function whoNames(id: string, { templates, profiles }: Entries): string[] {
  return [
    ...templates.filter(({ entry }) => entry.inherits === id).map(({ entry }) => `templates/${entry.id}`),
    ...profiles.filter(({ entry }) => entry.template === id).map(({ entry }) => `profiles/${entry.id}`),
  ];
}
