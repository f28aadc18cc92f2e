import { z } from 'zod';
import { HelpTopicId } from '../errors/help-topics';
import { ruleIds } from './lint/rule-id';
import { SettingCategory } from './setting-category';
import { Verification } from './signature/verification';

const ShownSetting = z.object({
  name: z.string(),
  type: z.enum(['i', 's', 'b']),
  /** Null for a password or token, which is not shown. */
  value: z.string().nullable(),
  /** What the value means, where it is one of a list. */
  meaning: z.string().nullable(),
  /** Null for a setting we do not know, like the next two. */
  description: z.string().nullable(),
  category: SettingCategory.nullable(),
  risk: z.enum(['high', 'medium', 'low', 'none']).nullable(),
});
export type ShownSetting = z.infer<typeof ShownSetting>;

const ShownLine = z.object({
  /** 1-based. */
  number: z.int(),
  /** As it is written, with nothing invisible in it and no secret. */
  text: z.string(),
  setting: ShownSetting.nullable(),
});
export type ShownLine = z.infer<typeof ShownLine>;

const ShownFinding = z.object({
  rule: z.enum(ruleIds),
  severity: z.enum(['high', 'medium', 'low', 'info']),
  line: z.int(),
  found: z.string(),
  help: HelpTopicId,
});
export type ShownFinding = z.infer<typeof ShownFinding>;

/** Everything the window shows of one .rdp file. */
export const RdpFileView = z.object({
  /** What `sign` takes. Main keeps the file's bytes for the last view alone. */
  id: z.string(),
  name: z.string(),
  /** Where it is; null for one that was dropped. */
  path: z.string().nullable(),
  encoding: z.string(),
  lineCount: z.int(),
  lines: z.array(ShownLine),
  /** Where it leads, and as whom; null where it names no computer. */
  leadsTo: z.object({ host: z.string(), username: z.string().nullable() }).nullable(),
  /** What Windows asks before it opens the file, since April 2026. Boxes are unticked at first. */
  dialog: z.object({ isSigned: z.boolean(), boxes: z.array(z.object({ box: z.string(), line: z.int() })) }),
  findingCount: z.int(),
  findings: z.array(ShownFinding),
  /** Null where nothing in the file claims to be a signature. */
  verification: Verification.nullable(),
});
export type RdpFileView = z.infer<typeof RdpFileView>;

export const RdpFileSigned = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('given-up') }),
  z.object({
    outcome: z.literal('signed'),
    file: z.string(),
    warnings: z.array(z.string()),
    view: RdpFileView,
  }),
]);
export type RdpFileSigned = z.infer<typeof RdpFileSigned>;
