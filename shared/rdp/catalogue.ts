import properties from './properties.json' with { type: 'json' };
import type { RdpProperty } from './rdp-property';
import type { RdpSetting } from './setting';
import { shown } from './shown';

// A test holds the file to the schema: reading it anew at every start would cost time for nothing.
export const catalogue = properties as unknown as readonly RdpProperty[];

const byName = new Map(catalogue.map((property) => [property.name, property]));

export function propertyNamed(name: string): RdpProperty | undefined {
  return byName.get(name.trim().toLowerCase());
}

/** What is wrong with a setting by the catalogue, as the end of a sentence; null where nothing is. */
export function faultOf({ name, type, value }: RdpSetting): string | null {
  const property = propertyNamed(name);
  if (!property) return null;
  if (property.type !== type) return `“${name}” has the type ${property.type}, not ${type}`;
  return faultOfValue(property, value);
}

export function faultOfValue({ name, allowed }: RdpProperty, value: string): string | null {
  switch (allowed.kind) {
    case 'string':
      return null;
    case 'hex':
      return /^([\da-f]{2})*$/i.test(value) ? null : `“${name}” takes pairs of hexadecimal digits`;
    case 'enum':
      return Object.hasOwn(allowed.values, value)
        ? null
        : `“${name}” takes ${listed(allowed.values)}, and ${shown(value)} is none of them`;
    case 'integer':
    case 'range': {
      const { min = Number.MIN_SAFE_INTEGER } = allowed;
      const max = allowed.kind === 'range' ? allowed.max : 0xffff_ffff;
      if (/^-?\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max) return null;
      const range = allowed.kind === 'range' ? `a number from ${min} to ${max}` : 'a whole number';
      return `“${name}” takes ${range}, and ${shown(value)} is none`;
    }
  }
}

function listed(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([value, meaning]) => `${value} (${meaning})`)
    .join(', ');
}
