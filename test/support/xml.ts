import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readXml } from '../../main/profiles/import/read-xml';
import type { XmlElement } from '../../shared/profiles/import/xml-element';

const never = new AbortController().signal;

export async function xmlIn(text: string): Promise<XmlElement> {
  return (await readXml(Buffer.from(text), 'file.xml', never)).root;
}

export function importFixture(name: string): Buffer {
  return readFileSync(resolve(import.meta.dirname, '../fixtures/import', name));
}

export async function xmlFixture(name: string): Promise<XmlElement> {
  return (await readXml(importFixture(name), name, never)).root;
}
