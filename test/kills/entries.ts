import { Profile } from '../../shared/profiles/profile';
import { Template } from '../../shared/profiles/template';

/** Few, so that saves meet each other. */
export const places = [
  ...['web-01', 'web-02', 'db-01', 'db-02'].map((id) => ({ kind: 'profile', id }) as const),
  ...['finance', 'everybody'].map((id) => ({ kind: 'template', id }) as const),
];
export type Place = (typeof places)[number];

/** What a save tells before it starts; `done` follows once it was acknowledged. */
export interface Told {
  readonly place: Place;
  /** Name of the entry, which all of its content follows from; null where it is removed. */
  readonly becomes: string | null;
  /** Name of the entry that must be found among what is set aside. */
  readonly setAside: string | null;
}

const wide = 2000;

export function profileNamed(id: string, name: string): Profile {
  return Profile.parse({ version: 1, kind: 'profile', id, name, notes: notesOf(name), mark: name });
}

export function templateNamed(id: string, name: string): Template {
  const appliesTo = { level: 'named' };
  return Template.parse({
    version: 1,
    kind: 'template',
    id,
    name,
    notes: notesOf(name),
    appliesTo,
    mark: name,
  });
}

export function bytesOf(name: string): Uint8Array {
  return Buffer.from(`full address:s:${name}\r\n`.repeat(50));
}

/** Whether it is whole: nothing of another save, nothing missing. */
export function isWhole({ name, notes, ...others }: Profile | Template): boolean {
  return notes === notesOf(name) && others['mark'] === name;
}

function notesOf(name: string): string {
  return `${name} `.repeat(Math.ceil(wide / (name.length + 1)));
}
