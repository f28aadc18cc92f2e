import { z } from 'zod';
import { settingIn } from '../rdp/parse';
import { isDevice } from './entry-id';

/** Also its file's name in the library: what every file system and git tell apart alike. */
export const EntryId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, 'not lower-case letters, digits and hyphens')
  .refine((id) => !isDevice(id), 'Windows takes it for a device, so no file can have that name');

/** `name:type:value`, as it stands in an .rdp file. What the catalogue does not know is kept. */
const SettingLine = z
  .string()
  .max(65_536)
  .refine(
    (text) => !/[\r\n\0]/.test(text) && settingIn(text) !== null,
    'not a setting: write name:type:value',
  );

export const SettingLines = z.array(SettingLine).max(1000).default([]);

/** The routes that an .rdp file of ours can take. */
export const DirectRoute = z.enum(['web-account', 'password']);
export type DirectRoute = z.infer<typeof DirectRoute>;

export const Name = z.string().trim().min(1).max(200);
export const Notes = z.string().max(10_000).default('');

/** Where an entry came from, and what of it we have no use for: kept, as somebody may. */
export const ImportedFrom = z.looseObject({
  /** `rdp-file`, `rdcman` or `mremoteng`. */
  program: z.string().max(50),
  /** The file, and the place in it: `servers.rdg › Finance › Web`. */
  place: z.string().max(4000),
  /** Elements nobody here knows, by name. Never a password. */
  kept: z.record(z.string(), z.string()).default({}),
  /** A digest of where that file lay: two of one name are two. */
  origin: z.string().max(100).optional(),
  /** Of the entry as it was imported, and of its kept file: whether a person, or the place, changed it since. */
  digest: z.string().max(100).optional(),
  fileDigest: z.string().max(100).optional(),
});
export type ImportedFrom = z.infer<typeof ImportedFrom>;
