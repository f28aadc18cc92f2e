import { isSecretName } from '../secret-names';
import { isNamed, type XmlElement } from '../xml-element';
import { partsOf } from './parts';

/** The elements of a node that hold a password or a key, groups and servers in it not counted: by where they stand. */
export function secretsIn(node: XmlElement): string[] {
  return partsOf(node)
    .filter((part) => !['group', 'server', 'smartGroup'].some((name) => isNamed(part, name)))
    .flatMap((part) => secretsUnder(part, part.name));
}

function secretsUnder(element: XmlElement, path: string): string[] {
  const isSecret = isSecretName(element.name) && !isContainer(element);
  if (isSecret) return holdsText(element) ? [path] : [];
  return element.children.flatMap((child) => secretsUnder(child, `${path}/${child.name}`));
}

// These hold more than a secret.
function isContainer(element: XmlElement): boolean {
  return ['logonCredentials', 'credentialsProfiles', 'credentialsProfile', 'encryptionSettings'].some(
    (name) => isNamed(element, name),
  );
}

function holdsText(element: XmlElement): boolean {
  return element.text.trim() !== '' || element.children.some(holdsText);
}
