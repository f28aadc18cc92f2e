import { z } from 'zod';
import { VmId } from '../azure/virtual-machine';
import { DirectRoute, EntryId, ImportedFrom, Name, Notes, SettingLines } from './entry';

/** A finished .rdp file that the library keeps beside the profile, as the helpdesk signed it. */
const KeptFile = z.looseObject({
  route: DirectRoute,
  /** Its name in the folder `files` of the library. */
  file: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,120}\.rdp$/, 'not the name of a kept file'),
});
export type KeptFile = z.infer<typeof KeptFile>;

/** What becomes one .rdp file. Keys we do not know are kept. */
export const Profile = z.looseObject({
  version: z.literal(1),
  kind: z.literal('profile'),
  id: EntryId,
  name: Name,
  notes: Notes,
  /** Null where no VM of Azure is known: then `address` leads there. */
  vmId: VmId.nullable().default(null),
  tenantId: z.string().max(100).nullable().default(null),
  /** The computer name of the VM, as it was last seen. */
  computerName: z.string().max(255).nullable().default(null),
  /** A host name, or for the password route an address; null takes what the pre-flight chooses. */
  address: z.string().min(1).max(255).nullable().default(null),
  port: z.int().min(1).max(65_535).nullable().default(null),
  username: z.string().min(1).max(1000).nullable().default(null),
  route: DirectRoute.nullable().default(null),
  /** A named template; those of its tenant, subscription, resource group and tags apply by themselves. */
  template: EntryId.nullable().default(null),
  settings: SettingLines,
  files: z.array(KeptFile).max(10).default([]),
  importedFrom: ImportedFrom.optional(),
});
export type Profile = z.infer<typeof Profile>;
