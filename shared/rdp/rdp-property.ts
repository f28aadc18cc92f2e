import { z } from 'zod';
import { SettingCategory } from './setting-category';

const Allowed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('string'), format: z.string(), example: z.string().optional() }),
  z.strictObject({ kind: z.literal('hex'), format: z.string() }),
  z.strictObject({ kind: z.literal('integer'), min: z.int().optional(), unit: z.string().optional() }),
  z.strictObject({ kind: z.literal('range'), min: z.int(), max: z.int(), unit: z.string().optional() }),
  /** Each value and what it means. */
  z.strictObject({ kind: z.literal('enum'), values: z.record(z.string(), z.string()) }),
]);

const Value = z.union([z.int(), z.string()]);

/** `ignored`: the line is read and has no effect. */
const Support = z.enum(['yes', 'ignored', 'no', 'unknown']);

/** One property of the .rdp format, as the sources describe it. */
export const RdpProperty = z.strictObject({
  /** Lower case. */
  name: z.string(),
  type: z.enum(['i', 's', 'b']),
  description: z.string(),
  category: SettingCategory,
  allowed: Allowed,
  /** What the Windows client assumes where the line is missing; null where it assumes nothing. */
  default: Value.nullable(),
  /** Where the sources differ: clients up to 8.0, the documentation of host pools, what Windows 11 saves. */
  defaults: z
    .strictObject({
      oldClient: Value.optional(),
      documentation: Value.optional(),
      savedByClient: Value.optional(),
    })
    .optional(),
  support: z.strictObject({ mstsc: Support, windowsApp: Support, freerdp: Support, remmina: Support }),
  risk: z.enum(['high', 'medium', 'low', 'none']),
  /** What a hostile or careless value costs. */
  why: z.string().optional(),
  /** How the list of a signature spells it; absent where no signature covers it. */
  signedAs: z.string().optional(),
  /** Its value is a password or a token: never shown. */
  isSecret: z.literal(true).optional(),
  isDeprecated: z.literal(true).optional(),
  note: z.string().optional(),
  /** How well it is known. */
  confidence: z.enum([
    'documented',
    'documented-third-party',
    'source-code',
    'observed',
    'api-only',
    'inferred',
  ]),
  /** Read on 2026-11-22. */
  source: z.array(z.string()).min(1),
});
export type RdpProperty = z.infer<typeof RdpProperty>;
