import { z } from 'zod';
import { CloudId } from '../azure/cloud';
import { VmId } from '../azure/virtual-machine';
import { RdpClientId } from '../client-pc/this-pc';
import { Baseline } from '../preflight/baseline';

/** What an organisation hands its people: one file or link, taken by `setup` and by the first-run page. */
export const OrganisationSetup = z.object({
  cloud: CloudId.default('global'),
  /** A tenant id or a verified domain. */
  tenant: z.string().min(1).max(255),
  clientId: z.guid(),
  name: z.string().max(100).optional(),
});
export type OrganisationSetup = z.infer<typeof OrganisationSetup>;

export const Settings = z.object({
  version: z.literal(1).default(1),
  organisation: OrganisationSetup.nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  baseline: Baseline.default('article'),
  /** The RDP client to prefer; null takes the first that can do the route. */
  client: RdpClientId.nullable().default(null),
  /** The folder of templates and profiles; null takes one of our own. It may be a synced or a git one. */
  libraryFolder: z.string().max(4096).nullable().default(null),
  favourites: z.array(VmId).max(1000).default([]),
  recents: z
    .array(z.object({ vmId: VmId, at: z.string() }))
    .max(50)
    .default([]),
  window: z
    .object({
      x: z.int().optional(),
      y: z.int().optional(),
      width: z.int().min(720),
      height: z.int().min(480),
      isMaximised: z.boolean(),
    })
    .nullable()
    .default(null),
});
export type Settings = z.infer<typeof Settings>;

/** The settings a person may change in the app. */
export const SettingsChange = Settings.pick({ theme: true, baseline: true, client: true }).partial();
export type SettingsChange = z.infer<typeof SettingsChange>;
