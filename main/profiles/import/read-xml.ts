import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { AppError } from '../../../shared/errors/app-error';
import { importLimits } from '../../../shared/profiles/import/imported';
import type { XmlAttribute, XmlElement } from '../../../shared/profiles/import/xml-element';
import { decodeXml } from './decode-xml';

const charactersAtOnce = 256 * 1024;

export interface ReadXml {
  readonly root: XmlElement;
  /** A document type was passed over: nothing it names was looked at. */
  readonly hasDoctype: boolean;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/**
 * Reads an XML file into its elements. Entities are never expanded and nothing outside the file is read: a file
 * that declares entities is refused.
 *
 * @throws AppError `unreadable`, with line and column, for broken XML and for what is above the limits; `cancelled`.
 */
export async function readXml(bytes: Uint8Array, place: string, signal: AbortSignal): Promise<ReadXml> {
  const text = decodeXml(bytes, place);
  const growing = new GrowingTree(place);
  for (let start = 0; start < text.length; start += charactersAtOnce) {
    growing.write(text.slice(start, start + charactersAtOnce));
    // The window and Ctrl+C want their turn, too.
    await setImmediate();
    if (signal.aborted) throw new AppError('cancelled', 'The import was cancelled. Nothing was imported.');
  }
  return growing.finished();
}

class GrowingTree {
  readonly #parser = new SaxesParser();
  readonly #place: string;
  readonly #open: Growing[] = [];
  #root: Growing | undefined;
  #elements = 0;
  #hasDoctype = false;

  constructor(place: string) {
    this.#place = place;
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw this.#refused(reasonIn(error));
    });
    parser.on('doctype', (doctype) => this.#noteDoctype(doctype));
    parser.on('opentag', ({ name, attributes }) => this.#start(name, attributes));
    parser.on('closetag', () => this.#open.pop());
    parser.on('text', (text) => this.#append(text));
    parser.on('cdata', (text) => this.#append(text));
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  finished(): ReadXml {
    this.#parser.close();
    if (!this.#root) throw this.#refused('it holds no element');
    return { root: this.#root, hasDoctype: this.#hasDoctype };
  }

  #start(name: string, attributes: Readonly<Record<string, string>>): void {
    const byName = new Map<string, XmlAttribute>();
    for (const [written, value] of Object.entries(attributes)) {
      byName.set(written.toLowerCase(), { name: written, value });
    }
    const element: Growing = { name, attributes: byName, children: [], text: '' };
    this.#elements += 1;
    if (this.#elements > importLimits.elements) {
      throw this.#refused(`it has more than ${importLimits.elements.toLocaleString('en')} elements`);
    }
    if (this.#open.length >= importLimits.depth) {
      throw this.#refused(`its elements stand more than ${importLimits.depth} deep in each other`);
    }
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(element);
    else this.#root = element;
    this.#open.push(element);
  }

  #append(text: string): void {
    const parent = this.#open.at(-1);
    if (parent) parent.text += text;
  }

  #noteDoctype(doctype: string): void {
    if (/<!ENTITY/i.test(doctype)) {
      throw this.#refused(
        'it declares entities, which neither RDCMan nor mRemoteNG writes and which are never expanded here',
      );
    }
    this.#hasDoctype = true;
  }

  // Without its cause: the parser quotes what it read, and that may be a password.
  #refused(because: string): AppError {
    const { line, column } = this.#parser;
    return new AppError(
      'unreadable',
      `${this.#place} was not imported: ${because} (line ${line}, column ${column}). Nothing of it was taken.`,
    );
  }
}

/** The parser's words without what it quotes of the file, which may be anything, and without its own line and column. */
function reasonIn(error: Error): string {
  const [, reason = ''] = /^(?:\d+:\d+: )?([^:]*)/.exec(error.message) ?? [];
  return `it is broken XML: ${reason.replace(/\.$/, '')}`;
}
