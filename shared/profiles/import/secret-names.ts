import { propertyNamed } from '../../rdp/catalogue';

/** Why a password or token stays where it is. */
export const secretsStay = 'Passwords and tokens are never imported: whoever connects signs in themself.';

/**
 * Whether the value of a setting, an element or an attribute may be a password, a token or the key to one. Of
 * what the catalogue knows it says so itself; of anything else, its name.
 */
export function isSecretName(name: string): boolean {
  const property = propertyNamed(name);
  if (property) return property.isSecret === true;
  return secretName.test(name);
}

// Not `localBypass`, `passive` and `passthrough`.
const secretName = /(?<!by)pass(?!ive|thr)|kennwort|pwd|secret|token|credential|encrypt|private.?key/i;
