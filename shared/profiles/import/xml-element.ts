/** An element of an XML file. Names are looked for without letter case: hands and scripts write such files, too. */
export interface XmlElement {
  readonly name: string;
  /** By its name in lower case. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: readonly XmlElement[];
  /** What stands directly in it, CDATA included. */
  readonly text: string;
}

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
}

export function isNamed(element: XmlElement, name: string): boolean {
  return element.name.toLowerCase() === name.toLowerCase();
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => isNamed(child, name));
}

/** The first of that name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => isNamed(child, name));
}

/** Without the blanks around it; null where there is no such child. */
export function textIn(element: XmlElement, name: string): string | null {
  return childNamed(element, name)?.text.trim() ?? null;
}

export function attributeOf(element: XmlElement, name: string): string | null {
  return element.attributes.get(name.toLowerCase())?.value ?? null;
}
