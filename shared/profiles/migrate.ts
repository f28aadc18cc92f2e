import { propertyNamed } from '../rdp/catalogue';
import type { EntryKind } from './library-view';

/** Where an entry's file lies: what a person who wrote it by hand need not say again. */
export interface EntryPlace {
  readonly kind: EntryKind;
  /** By the name of its file. */
  readonly id: string;
}

type Raw = Readonly<Record<string, unknown>>;
type Step = (raw: Raw, place: EntryPlace) => Raw;

/** The step at `n` makes version `n + 1` of version `n`. A file without a version was written by hand: 0. */
const steps: readonly Step[] = [fromHand];

const currentVersion = steps.length;

export type Migrated =
  | { readonly outcome: 'current'; readonly raw: Raw }
  | { readonly outcome: 'newer'; readonly version: number }
  | { readonly outcome: 'no-version'; readonly version: unknown };

/** Brings what stands in a file to today's version, in memory: the file changes when it is saved. */
export function migrate(raw: Raw, place: EntryPlace): Migrated {
  const version = raw['version'] ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return { outcome: 'no-version', version };
  }
  if (version > currentVersion) return { outcome: 'newer', version };
  return { outcome: 'current', raw: steps.slice(version).reduce((before, step) => step(before, place), raw) };
}

function fromHand(raw: Raw, { kind, id }: EntryPlace): Raw {
  const isTemplate = (raw['kind'] ?? kind) === 'template';
  return {
    kind,
    id,
    name: id,
    ...(isTemplate && { appliesTo: { level: 'named' } }),
    ...raw,
    ...('settings' in raw && { settings: asLines(raw['settings']) }),
    version: 1,
  };
}

/** `{"redirectclipboard": 1}` as lines. What cannot be one is left for the schema to name. */
function asLines(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return settings;
  const lines = Object.entries(settings).map(([name, value]) => asLine(name, value));
  return lines.includes(null) ? settings : lines;
}

function asLine(name: string, value: unknown): string | null {
  if (name.includes(':')) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return `${name}:i:${Number(value)}`;
  return typeof value === 'string' ? `${name}:${propertyNamed(name)?.type ?? 's'}:${value}` : null;
}
