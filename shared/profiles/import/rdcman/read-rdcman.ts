import { connectionIn } from '../../../rdp/connection';
import type { RdpSetting } from '../../../rdp/setting';
import {
  type Imported,
  type ImportedProfile,
  type ImportedTemplate,
  importLimits,
  nameFrom,
  nameOfPath,
  ownPlace,
  routeFor,
  usernameFrom,
} from '../imported';
import { keptTexts } from '../kept';
import { LeftOutNotes } from '../left-out';
import { lostPorts, userNameTaken } from '../lost-connection';
import { secretsStay } from '../secret-names';
import { linesOf, setting } from '../setting-lines';
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
  return reading.imported();
}

function outside(file: string): Inherited {
  return { template: null, names: [], place: file, port: null, credentials: null, profiles: new Map() };
}

class Reading {
  readonly #templates: ImportedTemplate[] = [];
  readonly #profiles: ImportedProfile[] = [];
  readonly #notes = new LeftOutNotes();
  readonly #places = new Map<string, number>();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  imported(): Omit<Imported, 'origin'> {
    return {
      program: 'rdcman',
      templates: this.#templates,
      profiles: this.#profiles,
      leftOut: this.#notes.all(),
    };
  }

  group(node: XmlElement, above: Inherited): void {
    const isFile = above.template === null;
    const name = nameFrom(textOfPart(node, 'name'), isFile ? this.#file : 'Group');
    const place = ownPlace(isFile ? this.#file : `${above.place} › ${name}`, this.#places);
    const names = [...above.names, name];
    const { settings, kept, ...handedDown } = this.#readNode(node, place, above);
    this.#templates.push({
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
        this.#notes.add(
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
    const place = ownPlace(`${above.place} › ${name}`, this.#places);
    const { settings, kept, port, credentials } = this.#readNode(node, place, above);
    const address = setting('full address', host);
    const connection = connectionIn([address]);
    if (!connection || connection.host.length > 255) {
      this.#notes.add(place, 'the server', 'It has no name that a client could connect to.');
      return;
    }
    if (textOfPart(node, 'connectionType').toLowerCase() === 'virtualmachineconsoleconnect') {
      this.#notes.add(
        place,
        'the server',
        "It leads to a Hyper-V host's console of a VM, not to Windows in it.",
      );
      return;
    }
    if (this.#profiles.length + this.#templates.length >= importLimits.entries) {
      this.#notes.addAlike(this.#file, 'a server', `One import takes ${importLimits.entries} entries.`);
      return;
    }
    const { lost, username } = userNameTaken(credentials && signInName(credentials, host, name));
    for (const { what, because } of [...lostPorts([address]), ...lost]) this.#notes.add(place, what, because);
    const ownPort = connection.port ?? port;
    this.#profiles.push({
      place,
      name,
      notes: this.#comment(node, place),
      vmId: null,
      tenantId: null,
      computerName: null,
      address: connection.host,
      port: ownPort === 3389 ? null : ownPort,
      username,
      route: routeFor(connection.host, username),
      template: above.template,
      settings: linesOf(settings),
      kept,
      file: null,
    });
  }

  /** The settings a node has of its own, and what it hands down. */
  #readNode(node: XmlElement, place: string, above: Inherited) {
    const settings: RdpSetting[] = [];
    const kept: (readonly [string, string])[] = [];
    for (const section of sections) {
      const element = ownSection(node, section.name);
      if (!element) continue;
      const read = readSection(section, element, { file: this.#file, place }, this.#notes);
      settings.push(...read.settings);
      kept.push(...read.kept);
    }
    const unknown = partsOf(node).filter((part) => !knownParts.some((name) => isNamed(part, name)));
    const own = unknown.filter((part) => attributeOf(part, 'inherit')?.toLowerCase() !== 'fromparent');
    kept.push(...unknownTexts('', own, this.#file, this.#notes));
    for (const what of secretsIn(node)) this.#notes.add(place, what, secretsStay);
    this.#noteGatewayUser(node, place);
    const profiles = profilesBelow(node, above.profiles);
    return {
      settings,
      kept: keptTexts(kept),
      port: this.#portOf(node, place, above.port),
      credentials: credentialsOf(node, above.credentials, profiles, place, this.#notes),
      profiles,
    };
  }

  #portOf(node: XmlElement, place: string, above: number | null): number | null {
    const section = ownSection(node, 'connectionSettings');
    if (!section) return above;
    const text = textIn(section, 'port') || '3389';
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    if (port >= 1 && port <= 65_535) return port;
    this.#notes.add(
      place,
      'connectionSettings/port',
      'It is no TCP port (1 to 65535). The usual one is taken.',
    );
    return null;
  }

  #noteGatewayUser(node: XmlElement, place: string): void {
    const gateway = ownSection(node, 'gatewaySettings');
    if (gateway && textIn(gateway, 'userName')) {
      const because = 'No line of an .rdp file says it: the client asks for it.';
      this.#notes.add(place, "the gateway's user name", because);
    }
  }

  #comment(node: XmlElement, place: string): string {
    const comment = textOfPart(node, 'comment');
    if (comment.length <= 10_000) return comment;
    this.#notes.add(place, 'the end of its comment', 'Notes have at most 10,000 characters.');
    return comment.slice(0, 10_000);
  }

  /** What a file holds besides its servers, or refers to elsewhere. */
  leaveOut(root: XmlElement, top: XmlElement | undefined): void {
    if (top && sections.some(({ name }) => !ownSection(top, name))) {
      const because = 'The file builds on them and does not have them: RDCMan keeps them on its PC.';
      this.#notes.add(this.#file, "RDCMan's own default settings", because);
    }
    const version = attributeOf(root, 'schemaVersion') ?? '';
    if (!/^[123]$/.test(version)) {
      const because = 'It was read as one of RDCMan 2.7 to 2.9. Look through what came of it.';
      this.#notes.add(this.#file, 'what its version may have that is new', because);
    }
    for (const [name, because] of besideServers) {
      const found = childNamed(root, name);
      if (found && found.children.length > 0) this.#notes.add(this.#file, name, because);
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
