import { propertyNamed } from './catalogue';
import { linesNamed } from './edit';
import type { EncodingFound } from './encoding';
import type { RdpDocument, RdpLine } from './parse';
import type { RdpProperty } from './rdp-property';
import type { RdpSetting } from './setting';

export interface DescribedSetting {
  readonly line: number;
  readonly name: string;
  readonly type: RdpSetting['type'];
  /** Null for a password or token, which is not shown. */
  readonly value: string | null;
  /** What the value means, where it is one of a list. */
  readonly meaning: string | null;
  /** Null for a setting we do not know. */
  readonly description: string | null;
  readonly category: RdpProperty['category'] | null;
  readonly risk: RdpProperty['risk'] | null;
}

export interface DescribedRdp extends EncodingFound {
  readonly lines: number;
  /** Whether there is a signature, which says nothing about whether it is right. */
  readonly signed: boolean;
  readonly settings: readonly DescribedSetting[];
}

/** What an .rdp file says, in the order of its lines. */
export function describeRdp(document: RdpDocument): DescribedRdp {
  const { encoding, hasByteOrderMark, lines } = document;
  return {
    encoding,
    hasByteOrderMark,
    lines: lines.length,
    signed: linesNamed(document, 'signature').length > 0,
    settings: lines.flatMap((line) => (line.setting ? [describe(line, line.setting)] : [])),
  };
}

function describe({ number }: RdpLine, { name, type, value }: RdpSetting): DescribedSetting {
  const property = propertyNamed(name);
  return {
    line: number,
    name,
    type,
    value: property?.isSecret ? null : value,
    meaning: meaningOf(property, value),
    description: property?.description ?? null,
    category: property?.category ?? null,
    risk: property?.risk ?? null,
  };
}

function meaningOf(property: RdpProperty | undefined, value: string): string | null {
  if (property?.allowed.kind !== 'enum') return null;
  const { values } = property.allowed;
  const plain = value.trim();
  return Object.hasOwn(values, plain) ? (values[plain] ?? null) : null;
}
