import { connectionIn, portIn, type RdpConnection } from '../../rdp/connection';
import {
  type Imported,
  type ImportedProfile,
  type ImportedTemplate,
  importLimits,
  ownPlace,
  routeFor,
} from './imported';
import { LeftOutNotes } from './left-out';
import { lostPorts, userNameTaken } from './lost-connection';
import { setting } from './setting-lines';

/** What a program calls its things. */
interface Words {
  readonly server: string;
  readonly notes: string;
}

/** A server of another program, where its connection leads somewhere. */
type ImportedServer = Pick<
  ImportedProfile,
  'place' | 'name' | 'notes' | 'port' | 'username' | 'template' | 'settings' | 'kept'
> & { readonly host: string };

const longestNotes = 10_000;

/** What one file of another program gives, an entry at a time. */
export class ImportEntries {
  /** Of the file, for places. */
  readonly file: string;
  readonly leftOut = new LeftOutNotes();
  readonly #words: Words;
  readonly #templates: ImportedTemplate[] = [];
  readonly #profiles: ImportedProfile[] = [];
  readonly #places = new Map<string, number>();

  constructor(file: string, words: Words) {
    this.file = file;
    this.#words = words;
  }

  /** That place, or the first beside it that no entry has. */
  placeFor(place: string): string {
    return ownPlace(place, this.#places);
  }

  addTemplate(template: ImportedTemplate): void {
    this.#templates.push(template);
  }

  /** Where a server's connection leads; null, and why, where it becomes no profile. */
  connectionTo(host: string, place: string): RdpConnection | null {
    const { server } = this.#words;
    const address = setting('full address', host);
    const connection = connectionIn([address]);
    if (!connection || connection.host.length > 255) {
      this.leftOut.add(place, `the ${server}`, 'It has no host name that a client could connect to.');
      return null;
    }
    if (this.#profiles.length + this.#templates.length >= importLimits.entries) {
      const because = `One import takes ${importLimits.entries} entries.`;
      this.leftOut.addAlike(this.file, `a ${server}`, because);
      return null;
    }
    for (const { what, because } of lostPorts([address])) this.leftOut.add(place, what, because);
    return connection;
  }

  /** Null without a name, and for one that is none. */
  usernameOf(text: string | null, place: string): string | null {
    const { lost, username } = userNameTaken(text);
    for (const { what, because } of lost) this.leftOut.add(place, what, because);
    return username;
  }

  /** Null without a port, and for one that is none. */
  portOf(text: string, place: string, what: string): number | null {
    const port = portIn(text);
    if (port === null && text !== '') {
      this.leftOut.add(place, what, 'It is no TCP port (1 to 65535). The usual one is taken.');
    }
    return port;
  }

  /** As much of a text as notes take. */
  notesOf(text: string, place: string): string {
    if (text.length <= longestNotes) return text;
    const because = `Notes have at most ${longestNotes.toLocaleString('en')} characters.`;
    this.leftOut.add(place, `the end of its ${this.#words.notes}`, because);
    return text.slice(0, longestNotes);
  }

  addServer({ host, port, ...server }: ImportedServer): void {
    this.#profiles.push({
      ...server,
      vmId: null,
      tenantId: null,
      computerName: null,
      address: host,
      port: port === 3389 ? null : port,
      route: routeFor(host, server.username),
      file: null,
    });
  }

  as(program: Imported['program']): Omit<Imported, 'origin'> {
    return {
      program,
      templates: this.#templates,
      profiles: this.#profiles,
      leftOut: this.leftOut.all(),
    };
  }
}
