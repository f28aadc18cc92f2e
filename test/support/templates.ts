import { Profile } from '../../shared/profiles/profile';
import { type AppliesTo, Template } from '../../shared/profiles/template';

interface Described {
  readonly appliesTo?: AppliesTo;
  readonly inherits?: string;
  readonly route?: 'web-account' | 'password';
  readonly name?: string;
}

/** A template for a test, chosen by name unless it says for whom it is. */
export function templateOf(
  id: string,
  settings: readonly string[],
  { appliesTo = { level: 'named' }, name = id, ...rest }: Described = {},
): Template {
  return Template.parse({ version: 1, kind: 'template', id, name, appliesTo, settings, ...rest });
}

export function profileOf(id: string, rest: Partial<Profile> = {}): Profile {
  return Profile.parse({ version: 1, kind: 'profile', id, name: id, ...rest });
}
