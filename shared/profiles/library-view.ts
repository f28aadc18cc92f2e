import { z } from 'zod';
import { VmId } from '../azure/virtual-machine';
import { DirectRoute, EntryId } from './entry';
import { Profile } from './profile';
import { Template } from './template';

export const EntryKind = z.enum(['template', 'profile']);
export type EntryKind = z.infer<typeof EntryKind>;

export const LibraryEntry = z.discriminatedUnion('kind', [Template, Profile]);
export type LibraryEntry = z.infer<typeof LibraryEntry>;

/** One row of the list: ten thousand are shown at once. */
export const ProfileRow = z.object({
  id: EntryId,
  name: z.string(),
  vmId: VmId.nullable(),
  /** Where it leads, as far as the profile says by itself: its address, else the computer name last seen. */
  address: z.string().nullable(),
  username: z.string().nullable(),
  route: DirectRoute.nullable(),
  template: EntryId.nullable(),
  /** Routes of the files that are kept beside it. */
  files: z.array(DirectRoute),
});
export type ProfileRow = z.infer<typeof ProfileRow>;

/** A file of the library that is not used, and is left as it is. */
export const LibraryProblem = z.object({
  /** Relative to the library's folder. */
  file: z.string(),
  kind: z.enum(['damaged', 'newer-version', 'conflict', 'misplaced', 'unreadable']),
  /** What is wrong and what to do, in the person's words. */
  because: z.string(),
  /** The entry that a copy in conflict stands beside. */
  entry: z.object({ kind: EntryKind, id: EntryId }).nullable(),
});
export type LibraryProblem = z.infer<typeof LibraryProblem>;

/** The whole library, as the window lists it. Templates are whole: they are few, and every profile needs them. */
export const LibraryView = z.object({
  folder: z.string(),
  templates: z.array(z.object({ entry: Template, revision: z.string() })),
  profiles: z.array(ProfileRow),
  problems: z.array(LibraryProblem),
});
export type LibraryView = z.infer<typeof LibraryView>;

/** An entry and what it was read as: saving over something newer is refused by the revision. */
export const StoredEntry = z.object({ entry: LibraryEntry, revision: z.string() });
export type StoredEntry = z.infer<typeof StoredEntry>;

/** `conflict`: somebody else changed it since; nothing was written, and both are here to choose from. */
export const SaveOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), stored: StoredEntry }),
  z.object({ outcome: z.literal('conflict'), theirs: StoredEntry.nullable() }),
]);
export type SaveOutcome = z.infer<typeof SaveOutcome>;

/** `same`: an earlier import brought it, and nothing has changed where it came from. */
export const ImportChange = z.enum(['new', 'updated', 'same']);
export type ImportChange = z.infer<typeof ImportChange>;

const ImportedEntry = z.object({ id: EntryId, name: z.string(), place: z.string(), change: ImportChange });

/** What an import took over and what it left out. */
export const ImportReport = z.object({
  profiles: z.array(ImportedEntry),
  templates: z.array(ImportedEntry),
  /** One line for each thing that was not taken over: where it stood, what it was, why. */
  leftOut: z.array(z.object({ place: z.string(), what: z.string(), because: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** How far an import has come: `place` is the file that is read. */
export const ImportProgress = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('reading'), read: z.int(), place: z.string() }),
  z.object({ stage: z.literal('saving'), saved: z.int(), total: z.int() }),
]);
export type ImportProgress = z.infer<typeof ImportProgress>;
