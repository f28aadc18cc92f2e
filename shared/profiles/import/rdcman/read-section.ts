import type { RdpSetting } from '../../../rdp/setting';
import type { LeftOutNotes } from '../left-out';
import { isSecretName } from '../secret-names';
import { fitsLine } from '../setting-lines';
import { isNamed, type XmlElement } from '../xml-element';
import type { Section, Values } from './elements';
import { valuesIn } from './parts';

/** Elements nobody here knows, by `section/element`. */
type Kept = readonly (readonly [string, string])[];

const noValues: Values = { text: () => null, items: () => null };

export interface Where {
  readonly file: string;
  readonly place: string;
}

/** The settings a section stands for, all of them: what it does not name is as RDCMan has it by default. */
export function readSection(
  section: Section,
  element: XmlElement,
  { file, place }: Where,
  notes: LeftOutNotes,
): { settings: RdpSetting[]; kept: Kept } {
  const values = valuesIn(element);
  const settings = section.rows.flatMap((row) => {
    const found = row.settings(values);
    if (found?.every(fitsLine)) return found;
    // Nothing said would be inherited: a value nobody understands must not share what another group does.
    const what = row.elements.map((name) => `${section.name}/${name}`).join(', ');
    notes.add(place, what, 'It holds a value that RDCMan does not write. Its default was taken.');
    return row.settings(noValues) ?? [];
  });
  for (const name of section.switches ?? []) {
    if (values.text(name)?.toLowerCase() === 'true') {
      const because = 'No line of an .rdp file says it: mstsc takes it on its command line alone.';
      notes.add(place, `${section.name}/${name}`, because);
    }
  }
  return { settings, kept: keptOf(section, element, file, notes) };
}

function keptOf(section: Section, element: XmlElement, file: string, notes: LeftOutNotes): Kept {
  const isOneOf = (names: readonly string[], child: XmlElement) => names.some((name) => isNamed(child, name));
  const ofOwnWindow = section.ownWindow ?? [];
  const known = [
    ...section.rows.flatMap(({ elements }) => elements),
    ...(section.elsewhere ?? []),
    ...(section.switches ?? []),
    ...ofOwnWindow,
  ];
  for (const child of element.children.filter((one) => isOneOf(ofOwnWindow, one))) {
    notes.addAlike(file, `${section.name}/${child.name}`, "It is about RDCMan's own window.");
  }
  return unknownTexts(
    section.name,
    element.children.filter((child) => !isOneOf(known, child)),
    file,
    notes,
  );
}

/** Texts of elements that nobody here knows, unless they are secret by their name. */
export function unknownTexts(
  path: string,
  elements: readonly XmlElement[],
  file: string,
  notes: LeftOutNotes,
): Kept {
  return elements.flatMap((element): Kept => {
    const what = path ? `${path}/${element.name}` : element.name;
    if (isSecretName(element.name)) return [];
    const below = unknownTexts(what, element.children, file, notes);
    const text = element.text.trim();
    if (text) notes.addAlike(file, what, 'Nothing here knows it. Its text is kept with the entry.');
    return text ? [[what, text], ...below] : below;
  });
}
