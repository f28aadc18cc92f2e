import { importLimits } from './imported';
import { isSecretName } from './secret-names';

/** Texts to keep with an entry: the first of them, each cut, and none whose name is a secret's. */
export function keptTexts(texts: readonly (readonly [string, string])[]): Record<string, string> {
  const fitting = texts
    .filter(([name, text]) => text !== '' && !isSecretName(name))
    .slice(0, importLimits.keptTexts)
    .map(([name, text]) => [name.slice(0, 200), text.slice(0, importLimits.keptCharacters)] as const);
  return Object.fromEntries(fitting);
}
