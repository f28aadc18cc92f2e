import { AppError } from '../../../errors/app-error';
import type { RdpSetting } from '../../../rdp/setting';
import { ImportEntries } from '../import-entries';
import { type Imported, nameFrom, nameOfPath, usernameFrom } from '../imported';
import { keptTexts } from '../kept';
import type { LeftOutNotes } from '../left-out';
import { isSecretName, secretsStay } from '../secret-names';
import { fitsLine, linesOf } from '../setting-lines';
import { attributeOf, isNamed, type XmlElement } from '../xml-element';
import { elsewhere, ofNoUse, type Row, rows, switches } from './attributes';

/** A node and the containers around it, the nearest first. */
interface Standing {
  readonly node: XmlElement;
  readonly parent: Standing | null;
  readonly place: string;
  readonly names: readonly string[];
}

/**
 * Reads mRemoteNG's connection file: every container becomes a named template that inherits from the one
 * around it, every RDP connection a profile of its container's template. An attribute that is inherited leaves
 * nothing behind; what no template can carry is looked up in the containers.
 *
 * @param file its name, for places.
 * @throws AppError `unreadable` for a file that is encrypted as a whole.
 */
export function readMremoteng(root: XmlElement, file: string): Omit<Imported, 'origin'> {
  if (attributeOf(root, 'FullFileEncryption')?.toLowerCase() === 'true') throw encrypted(file);
  const reading = new Reading(file);
  for (const node of nodesIn(root)) reading.node(node, null);
  reading.noteVersion(root);
  return reading.entries.as('mremoteng');
}

function encrypted(file: string): AppError {
  return new AppError(
    'unreadable',
    `${file} was not imported: mRemoteNG encrypted the whole of it. In mRemoteNG, turn off “Encrypt complete connection file” in its options and save, or export the connections as mRemoteNG XML; then import that file. Passwords are never imported.`,
  );
}

function nodesIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => isNamed(child, 'Node'));
}

class Reading {
  readonly entries: ImportEntries;
  readonly #leftOut: LeftOutNotes;

  constructor(file: string) {
    this.entries = new ImportEntries(file, { server: 'connection', notes: 'description' });
    this.#leftOut = this.entries.leftOut;
  }

  noteVersion(root: XmlElement): void {
    const version = Number((attributeOf(root, 'ConfVersion') ?? '').replace(',', '.'));
    if (version >= 2.5 && version < 2.9) return;
    const because = 'It was read as one of the versions 2.5 to 2.8. Look through what came of it.';
    this.#leftOut.add(this.entries.file, 'what its version may have that is different', because);
  }

  node(node: XmlElement, parent: Standing | null): void {
    const name = nameFrom(attributeOf(node, 'Name') ?? '', 'Without a name');
    const place = this.entries.placeFor(`${parent?.place ?? this.entries.file} › ${name}`);
    const standing: Standing = { node, parent, place, names: [...(parent?.names ?? []), name] };
    const type = attributeOf(node, 'Type')?.toLowerCase() ?? 'connection';
    if (type === 'container') this.#container(standing);
    else if (type === 'connection') this.#connection(standing, name);
    else this.#leftOut.add(place, 'the entry', 'It is neither a folder nor a connection.');
  }

  #container(standing: Standing): void {
    const { node, parent, place, names } = standing;
    this.entries.addTemplate({
      place,
      name: nameOfPath(names),
      notes: this.#description(standing),
      inherits: parent?.place ?? null,
      settings: linesOf(this.#settingsOf(standing)),
      kept: this.#keptOf(standing),
    });
    for (const child of nodesIn(node)) this.node(child, standing);
  }

  #connection(standing: Standing, name: string): void {
    const { node, parent, place } = standing;
    const protocol = effective(standing, 'Protocol') || 'RDP';
    if (protocol.toUpperCase() !== 'RDP') {
      this.#leftOut.add(
        place,
        `the ${protocol.slice(0, 20)} connection`,
        'Only RDP connections become profiles.',
      );
      return;
    }
    if (attributeOf(node, 'UseVmId')?.toLowerCase() === 'true') {
      const because = "It leads to a Hyper-V host's console of a VM, not to Windows in it.";
      this.#leftOut.add(place, 'the connection', because);
      return;
    }
    const connection = this.entries.connectionTo(attributeOf(node, 'Hostname') ?? '', place);
    if (!connection) return;
    const username = usernameFrom(effective(standing, 'Username') ?? '', effective(standing, 'Domain') ?? '');
    this.entries.addServer({
      place,
      name,
      host: connection.host,
      username: this.entries.usernameOf(username, place),
      port: connection.port ?? this.entries.portOf(effective(standing, 'Port') ?? '', place, 'Port'),
      notes: this.#description(standing),
      template: parent?.place ?? null,
      settings: linesOf(this.#settingsOf(standing)),
      kept: this.#keptOf(standing),
    });
  }

  /** Lines of its own: a row of which anything is its own says all of it again, as the parts belong together. */
  #settingsOf(standing: Standing): RdpSetting[] {
    return rows.flatMap((row) => {
      if (!saysItself(standing, row)) return [];
      const settings = row.settings((attribute) => effective(standing, attribute, row));
      if (settings?.every(fitsLine)) return settings;
      // Nothing said would be inherited: a value nobody understands must not share what a container does.
      const because = 'It holds a value that no line of an .rdp file can say. It is taken as off.';
      this.#leftOut.add(standing.place, row.attributes.join(', '), because);
      return row.settings(() => null) ?? [];
    });
  }

  #description(standing: Standing): string {
    const text = effective(standing, 'Descr', { inherits: 'Description' }) ?? '';
    return this.entries.notesOf(text, standing.place);
  }

  /** Attributes with a value that have no counterpart, by name; what is left out of them is noted. */
  #keptOf({ node, place }: Standing): Record<string, string> {
    const kept: (readonly [string, string])[] = [];
    for (const { name, value } of node.attributes.values()) {
      if (value.trim() === '' || isKnown(name) || ofNoUse.some((pattern) => pattern.test(name))) continue;
      if (isSwitch(name)) {
        if (value.toLowerCase() !== 'true') continue;
        this.#leftOut.add(place, name, 'No line of an .rdp file says it.');
      } else if (isSecretName(name)) {
        this.#leftOut.add(place, name, secretsStay);
      } else if (!/^(0|false|none|no)$/i.test(value)) {
        kept.push([name, value]);
        this.#leftOut.addAlike(
          this.entries.file,
          name,
          'Nothing here does the same. Its text is kept with the entry.',
        );
      }
    }
    return keptTexts(kept);
  }
}

function isKnown(name: string): boolean {
  return known.has(name.toLowerCase());
}

function isSwitch(name: string): boolean {
  return switches.some((one) => one.toLowerCase() === name.toLowerCase());
}

const known = new Set(
  [...rows.flatMap(({ attributes }) => attributes), ...elsewhere].map((name) => name.toLowerCase()),
);

/** What stands directly below the root inherits from nothing, whatever it says. */
function inherits(
  { node, parent }: Standing,
  attribute: string,
  { inherits: name = attribute }: Pick<Row, 'inherits'> = {},
): boolean {
  return parent !== null && attributeOf(node, `Inherit${name}`)?.toLowerCase() === 'true';
}

/** The value a node goes by: its own, else that of the nearest container that does not inherit it. */
function effective(standing: Standing, attribute: string, row: Pick<Row, 'inherits'> = {}): string | null {
  let at = standing;
  while (at.parent !== null && inherits(at, attribute, row)) at = at.parent;
  return attributeOf(at.node, attribute);
}

/**
 * Whether a node says a row itself. Older files lack attributes that came later: what is missing is off, which is
 * worth a line where a container around it says something else.
 */
function saysItself(standing: Standing, row: Row): boolean {
  const isOwn = (attribute: string) => !inherits(standing, attribute, row);
  if (row.attributes.some((attribute) => isThere(standing, attribute) && isOwn(attribute))) return true;
  const [leading = ''] = row.attributes;
  return !isThere(standing, leading) && isOwn(leading) && saidAbove(standing.parent, row);
}

function isThere({ node }: Standing, attribute: string): boolean {
  return attributeOf(node, attribute) !== null;
}

function saidAbove(standing: Standing | null, row: Row): boolean {
  for (let at = standing; at !== null; at = at.parent) {
    const above = at;
    if (row.attributes.some((attribute) => isThere(above, attribute))) return true;
  }
  return false;
}
