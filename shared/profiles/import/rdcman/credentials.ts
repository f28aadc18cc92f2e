import type { LeftOutNotes } from '../left-out';
import { childrenNamed, textIn, type XmlElement } from '../xml-element';
import { ownSection, partsOf } from './parts';

export interface Credentials {
  readonly userName: string;
  readonly domain: string;
}

/** Named credentials of a file or group, seen by everything below it. */
export type CredentialsProfiles = ReadonlyMap<string, Credentials>;

/** With those of the node added: of two with one name the nearer counts. */
export function profilesBelow(node: XmlElement, above: CredentialsProfiles): CredentialsProfiles {
  const own = partsOf(node)
    .filter(({ name }) => name.toLowerCase() === 'credentialsprofiles')
    .flatMap((list) => childrenNamed(list, 'credentialsProfile'))
    .map((profile) => [profileName(profile), credentialsIn(profile)] as const);
  return own.length === 0 ? above : new Map([...above, ...own]);
}

/**
 * As whom a node signs in: its own, else its parent's. The name alone; the password stays where it is.
 *
 * @param above what its parent signs in as.
 */
export function credentialsOf(
  node: XmlElement,
  above: Credentials | null,
  profiles: CredentialsProfiles,
  place: string,
  notes: LeftOutNotes,
): Credentials | null {
  const section = ownSection(node, 'logonCredentials');
  if (!section) return above;
  const name = profileName(section);
  const known = profiles.get(name);
  if (known) return known;
  const inline = credentialsIn(section);
  if (!inline.userName && name && name !== 'custom' && name !== 'none') {
    notes.add(
      place,
      'the credentials profile it names',
      'It is not in this file: RDCMan keeps it in its own settings. Give the profile a user name here.',
    );
  }
  return inline.userName ? inline : null;
}

function profileName(element: XmlElement): string {
  return (textIn(element, 'profileName') ?? '').toLowerCase();
}

function credentialsIn(element: XmlElement): Credentials {
  return { userName: textIn(element, 'userName') ?? '', domain: textIn(element, 'domain') ?? '' };
}
