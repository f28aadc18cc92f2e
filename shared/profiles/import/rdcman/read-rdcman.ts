import type { RdpSetting } from '../../../rdp/setting';
import { ImportEntries } from '../import-entries';
import { type Imported, nameFrom, nameOfPath, usernameFrom } from '../imported';
import { keptTexts } from '../kept';
import type { LeftOutNotes } from '../left-out';
import { secretsStay } from '../secret-names';
import { linesOf } from '../setting-lines';
import { attributeOf, childNamed, isNamed, textIn, type XmlElement } from '../xml-element';
import { type Credentials, type CredentialsProfiles, credentialsOf, profilesBelow } from './credentials';
import { sections } from './elements';
import { secretsIn } from './find-secrets';
import { ownSection, partsOf, textOfPart } from './parts';
import { readSection, unknownTexts } from './read-section';

/** What a node hands down to those that inherit from it and no template can carry. */
interface Inherited {
  readonly template: string | null;
  readonly names: readonly string[];
  readonly place: string;
  readonly port: number | null;
  readonly credentials: Credentials | null;
  readonly profiles: CredentialsProfiles;
}

/**
 * Reads an RDCMan file: the file and every group become named templates, each inheriting from the one around
 * it, every server a profile of its group's template. A section that inherits from its parent leaves nothing
 * behind: the templates inherit in its place.
 *
 * @param file its name, for places and where it has no name of its own.
 */
export function readRdcman(root: XmlElement, file: string): Omit<Imported, 'origin'> {
  const reading = new Reading(file);
  const top = childNamed(root, 'file');
  if (top) reading.group(top, outside(file));
  reading.leaveOut(root, top);
  return reading.entries.as('rdcman');
}

function outside(file: string): Inherited {
  return { template: null, names: [], place: file, port: null, credentials: null, profiles: new Map() };
}

class Reading {
  readonly entries: ImportEntries;
  readonly #leftOut: LeftOutNotes;

  constructor(file: string) {
    this.entries = new ImportEntries(file, { server: 'server', notes: 'comment' });
    this.#leftOut = this.entries.leftOut;
  }

  group(node: XmlElement, above: Inherited): void {
    const isFile = above.template === null;
    const name = nameFrom(textOfPart(node, 'name'), isFile ? this.entries.file : 'Group');
    const place = this.entries.placeFor(isFile ? this.entries.file : `${above.place} › ${name}`);
    const names = [...above.names, name];
    const { settings, kept, ...handedDown } = this.#readNode(node, place, above);
    this.entries.addTemplate({
      place,
      name: nameOfPath(names),
      notes: this.#comment(node, place),
      inherits: above.template,
      settings: linesOf(settings),
      kept,
    });
    const below = { ...handedDown, template: place, names, place };
    for (const child of partsOf(node)) {
      if (isNamed(child, 'group')) this.group(child, below);
      else if (isNamed(child, 'server')) this.#server(child, below);
      else if (isNamed(child, 'smartGroup')) {
        const group = nameFrom(textOfPart(child, 'name'), 'without a name');
        this.#leftOut.add(
          place,
          `the smart group ${group}`,
          'It is a search, and its servers stand in other groups.',
        );
      }
    }
  }

  #server(node: XmlElement, above: Inherited): void {
    const host = textOfPart(node, 'name');
    const name = nameFrom(textOfPart(node, 'displayName'), host || 'Server');
    const place = this.entries.placeFor(`${above.place} › ${name}`);
    const { settings, kept, port, credentials } = this.#readNode(node, place, above);
    if (textOfPart(node, 'connectionType').toLowerCase() === 'virtualmachineconsoleconnect') {
      this.#leftOut.add(
        place,
        'the server',
        "It leads to a Hyper-V host's console of a VM, not to Windows in it.",
      );
      return;
    }
    const connection = this.entries.connectionTo(host, place);
    if (!connection) return;
    this.entries.addServer({
      place,
      name,
      host: connection.host,
      username: this.entries.usernameOf(credentials && signInName(credentials, host, name), place),
      port: connection.port ?? port,
      notes: this.#comment(node, place),
      template: above.template,
      settings: linesOf(settings),
      kept,
    });
  }

  /** The settings a node has of its own, and what it hands down. */
  #readNode(node: XmlElement, place: string, above: Inherited) {
    const settings: RdpSetting[] = [];
    const kept: (readonly [string, string])[] = [];
    for (const section of sections) {
      const element = ownSection(node, section.name);
      if (!element) continue;
      const read = readSection(section, element, { file: this.entries.file, place }, this.#leftOut);
      settings.push(...read.settings);
      kept.push(...read.kept);
    }
    const unknown = partsOf(node).filter((part) => !knownParts.some((name) => isNamed(part, name)));
    const own = unknown.filter((part) => attributeOf(part, 'inherit')?.toLowerCase() !== 'fromparent');
    kept.push(...unknownTexts('', own, this.entries.file, this.#leftOut));
    for (const what of secretsIn(node)) this.#leftOut.add(place, what, secretsStay);
    this.#noteGatewayUser(node, place);
    const profiles = profilesBelow(node, above.profiles);
    return {
      settings,
      kept: keptTexts(kept),
      port: this.#portOf(node, place, above.port),
      credentials: credentialsOf(node, above.credentials, profiles, place, this.#leftOut),
      profiles,
    };
  }

  #portOf(node: XmlElement, place: string, above: number | null): number | null {
    const section = ownSection(node, 'connectionSettings');
    if (!section) return above;
    return this.entries.portOf(textIn(section, 'port') || '3389', place, 'connectionSettings/port');
  }

  #noteGatewayUser(node: XmlElement, place: string): void {
    const gateway = ownSection(node, 'gatewaySettings');
    if (gateway && textIn(gateway, 'userName')) {
      const because = 'No line of an .rdp file says it: the client asks for it.';
      this.#leftOut.add(place, "the gateway's user name", because);
    }
  }

  #comment(node: XmlElement, place: string): string {
    return this.entries.notesOf(textOfPart(node, 'comment'), place);
  }

  /** What a file holds besides its servers, or refers to elsewhere. */
  leaveOut(root: XmlElement, top: XmlElement | undefined): void {
    if (top && sections.some(({ name }) => !ownSection(top, name))) {
      const because = 'The file builds on them and does not have them: RDCMan keeps them on its PC.';
      this.#leftOut.add(this.entries.file, "RDCMan's own default settings", because);
    }
    const version = attributeOf(root, 'schemaVersion') ?? '';
    if (!/^[123]$/.test(version)) {
      const because = 'It was read as one of RDCMan 2.7 to 2.9. Look through what came of it.';
      this.#leftOut.add(this.entries.file, 'what its version may have that is new', because);
    }
    for (const [name, because] of besideServers) {
      const found = childNamed(root, name);
      if (found && found.children.length > 0) this.#leftOut.add(this.entries.file, name, because);
    }
  }
}

const knownParts = [
  ...sections.map(({ name }) => name),
  'logonCredentials',
  'encryptionSettings',
  'credentialsProfiles',
  'group',
  'server',
  'smartGroup',
  'name',
  'displayName',
  'comment',
  'expanded',
  'connectionType',
  'vmId',
];

const besideServers = [
  ['connected', 'It says which servers were connected when RDCMan was closed.'],
  ['favorites', 'They repeat servers of the groups. Mark your favourites here.'],
  ['recentlyUsed', 'It repeats servers of the groups.'],
] as const;

/** RDCMan writes `[server]` for an account of the server itself, and `[display]` for its other name. */
function signInName({ userName, domain }: Credentials, host: string, name: string): string | null {
  const placeholder = domain.toLowerCase();
  if (placeholder === '[server]') return usernameFrom(userName, host);
  return usernameFrom(userName, placeholder === '[display]' ? name : domain);
}
