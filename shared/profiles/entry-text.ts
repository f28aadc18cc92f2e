import type { z } from 'zod';
import { type EntryKind, LibraryEntry } from './library-view';
import { type EntryPlace, migrate } from './migrate';
import { Profile } from './profile';
import { Template } from './template';

const schemas = { template: Template, profile: Profile };

export type EntryRead =
  | { readonly entry: LibraryEntry; readonly problem: null }
  | {
      readonly entry: null;
      /** `because` ends a sentence that begins with the file. */
      readonly problem: { readonly kind: 'damaged' | 'newer-version'; readonly because: string };
    };

/** The text of an entry's file: keys in the order of the schema, so that a change is a small difference. */
export function entryText(entry: LibraryEntry): string {
  const known = Object.keys(schemas[entry.kind].shape);
  const others = Object.keys(entry).filter((key) => !known.includes(key));
  const ordered = [...known, ...others].flatMap((key): [string, unknown][] => {
    const value = (entry as Readonly<Record<string, unknown>>)[key];
    return value === undefined ? [] : [[key, value]];
  });
  return `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`;
}

/** Reads the text of an entry's file, whoever wrote it. */
export function readEntryText(text: string, place: EntryPlace): EntryRead {
  const raw = parsed(text);
  if (raw === undefined) {
    return damaged(
      hasConflictMarkers(text)
        ? 'holds two versions of itself, between the marks that git left (<<<<<<< and >>>>>>>). Choose one of them in the file, and take the marks out'
        : text.trim() === ''
          ? 'is empty, as a file that was never written to its end. Take it from a backup or another PC, or remove it'
          : 'is not JSON: it was changed by hand, or is only half there. Mend it, or take it from a backup or another PC',
    );
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return damaged('is JSON, but no template and no profile. Move it out of the library');
  }
  const migrated = migrate(raw as Readonly<Record<string, unknown>>, place);
  switch (migrated.outcome) {
    case 'newer':
      return {
        entry: null,
        problem: {
          kind: 'newer-version',
          because: `was written by a newer Entra RDP (version ${migrated.version}). Update this one to use it`,
        },
      };
    case 'no-version':
      return damaged(`has the version ${JSON.stringify(migrated.version)}, and versions are whole numbers`);
    case 'current':
      return checked(migrated.raw, place.kind);
  }
}

function checked(raw: Readonly<Record<string, unknown>>, expected: EntryKind): EntryRead {
  const kind = raw['kind'];
  const schema = kind === 'template' || kind === 'profile' ? schemas[kind] : schemas[expected];
  const { data, error } = (schema as z.ZodType<LibraryEntry>).safeParse(raw);
  return data ? { entry: data, problem: null } : damaged(`is not as expected: ${firstIssue(error)}. Mend it`);
}

/** What is wrong with an entry that somebody wants to save, or the entry as it is kept. */
export function checkedEntry(
  entry: unknown,
): { entry: LibraryEntry; problem: null } | { entry: null; problem: string } {
  const { data, error } = LibraryEntry.safeParse(entry);
  return data ? { entry: data, problem: null } : { entry: null, problem: firstIssue(error) };
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .slice(1);
  return place ? `“${place}”: ${issue?.message}` : (issue?.message ?? 'it cannot be read');
}

function damaged(because: string): EntryRead {
  return { entry: null, problem: { kind: 'damaged', because } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function hasConflictMarkers(text: string): boolean {
  return /^<{7}/m.test(text) && /^>{7}/m.test(text);
}
