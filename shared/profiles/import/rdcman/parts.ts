import { attributeOf, childNamed, childrenNamed, isNamed, type XmlElement } from '../xml-element';

/**
 * What stands in a file, group or server. Version 2.2 wraps everything of a group in `properties` and has a
 * server's things beside each other; later versions wrap the names alone. Both are looked for.
 */
export function partsOf(node: XmlElement): readonly XmlElement[] {
  const wrapped = childrenNamed(node, 'properties').flatMap(({ children }) => [...children]);
  return [...wrapped, ...node.children.filter((child) => !isNamed(child, 'properties'))];
}

function partNamed(node: XmlElement, name: string): XmlElement | undefined {
  return partsOf(node).find((part) => isNamed(part, name));
}

export function textOfPart(node: XmlElement, name: string): string {
  return partNamed(node, name)?.text.trim() ?? '';
}

/** The section a node has of its own: one that inherits from its parent says nothing, whatever stands in it. */
export function ownSection(node: XmlElement, name: string): XmlElement | null {
  const section = partNamed(node, name);
  return section && attributeOf(section, 'inherit')?.toLowerCase() === 'none' ? section : null;
}

/** Direct texts of a section, by the names of its elements. */
export function valuesIn(section: XmlElement): {
  text(element: string): string | null;
  items(element: string): readonly string[] | null;
} {
  return {
    text: (element) => childNamed(section, element)?.text.trim() ?? null,
    items(element) {
      const list = childNamed(section, element);
      return list ? childrenNamed(list, 'item').map((item) => item.text.trim()) : null;
    },
  };
}
