import { z } from 'zod';
import { DirectRoute, EntryId, ImportedFrom, Name, Notes, SettingLines } from './entry';

/** Whom a template is for, from the widest to the narrowest; `named` ones apply only where they are chosen. */
export const AppliesTo = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('organisation') }),
  z.strictObject({ level: z.literal('tenant'), tenantId: z.guid() }),
  z.strictObject({ level: z.literal('subscription'), subscriptionId: z.guid() }),
  z.strictObject({
    level: z.literal('resource-group'),
    subscriptionId: z.guid(),
    resourceGroup: z.string().min(1).max(90),
  }),
  /** Azure compares names of tags without letter case and values with it. Null takes any value. */
  z.strictObject({
    level: z.literal('tag'),
    tag: z.string().min(1).max(512),
    value: z.string().max(256).nullable(),
  }),
  z.strictObject({ level: z.literal('named') }),
]);
export type AppliesTo = z.infer<typeof AppliesTo>;

/** Settings that profiles inherit. Keys we do not know are kept: a newer version, or a person, wrote them. */
export const Template = z.looseObject({
  version: z.literal(1),
  kind: z.literal('template'),
  id: EntryId,
  name: Name,
  notes: Notes,
  appliesTo: AppliesTo,
  /** Another named template that comes before this one. */
  inherits: EntryId.nullable().default(null),
  /** Null leaves the choice to the next, and in the end to the pre-flight. */
  route: DirectRoute.nullable().default(null),
  settings: SettingLines,
  importedFrom: ImportedFrom.optional(),
});
export type Template = z.infer<typeof Template>;
