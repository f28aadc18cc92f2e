import type { RdpDocument } from '../parse';
import { duplicatesIn, firstNamed, recordsIn, type SignedRecord } from './records';
import { signableNames } from './scope-lists';
import { uncoveredRisks } from './sensitive-lines';
import type { SignatureProblem } from './verification';

/** What a signature claims to cover, found in the file it stands in. */
export interface SignedPart {
  /** The `signscope` line as it is written. */
  readonly scopeLine: string;
  /** The first line of each name of the scope that is there, in the order of the scope. */
  readonly records: readonly SignedRecord[];
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
  readonly problems: readonly SignatureProblem[];
}

/** Finds the lines a `signscope` names. Several lines of one name count by the first. */
export function signedPart(document: RdpDocument, scope: SignedRecord): SignedPart {
  const all = recordsIn(document);
  const first = firstOfEach(all);
  const names = scope.value.split(',').map((name) => name.trim());
  // A name counts once: repeated, a long line could make a message of gigabytes.
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const records = [...wanted].flatMap((name) => first.get(name) ?? []);
  const uncovered = [...first.values()].filter(({ name }) => !wanted.has(name));
  return {
    scopeLine: scope.text,
    records,
    covered: records.map(({ name }) => name),
    uncovered: uncovered.map(({ name }) => name),
    problems: [
      ...problemsOfScope(names, first),
      ...problemsOfDuplicates(all, wanted),
      ...uncoveredRisks(uncovered),
    ],
  };
}

function firstOfEach(records: readonly SignedRecord[]): ReadonlyMap<string, SignedRecord> {
  const first = new Map<string, SignedRecord>();
  for (const record of records) if (!first.has(record.name)) first.set(record.name, record);
  return first;
}

function problemsOfScope(
  names: readonly string[],
  first: ReadonlyMap<string, SignedRecord>,
): SignatureProblem[] {
  const lower = names.map((name) => name.toLowerCase());
  const missing = names.filter((name) => !first.has(name.toLowerCase()));
  const unknown = names.filter((name) => name !== '' && !signableNames.has(name.toLowerCase()));
  const isTwice = new Set(lower).size < lower.length;
  const openAddresses = ['full address', 'alternate full address'].filter((name) => !lower.includes(name));
  return [
    ...missing.map((name) => ({
      id: 'covered-line-is-missing' as const,
      severity: 'broken' as const,
      found: name
        ? `“${name}” was signed, and the file has no such line any more.`
        : 'The scope of the signature holds an empty name.',
    })),
    ...(isTwice
      ? [
          {
            id: 'scope-names-twice' as const,
            severity: 'notice' as const,
            found: 'The scope of the signature names a line twice, which no signer does.',
          },
        ]
      : []),
    ...unknown.map((name) => ({
      id: 'scope-name-is-unknown' as const,
      severity: 'notice' as const,
      found: `The scope names “${name}”, which Windows' own signer does not sign.`,
    })),
    ...openAddresses.map((name) => ({
      id: 'address-is-not-covered' as const,
      severity: 'notice' as const,
      found: `“${name}” is not covered: somebody may have pointed the file at another server.`,
    })),
  ];
}

function problemsOfDuplicates(
  records: readonly SignedRecord[],
  wanted: ReadonlySet<string>,
): SignatureProblem[] {
  return duplicatesIn(records).map(({ name, lines }) => ({
    id: 'line-is-there-twice',
    severity: 'notice',
    line: lines[1] ?? 1,
    found: wanted.has(name)
      ? `“${name}” stands in lines ${lines.join(', ')}: the signature covers the first, and some clients use the last.`
      : `“${name}” stands in lines ${lines.join(', ')}, and clients disagree which one counts.`,
  }));
}

/** What is wrong with the two lines themselves, when there is at least one of them. */
export function problemsOfLines(document: RdpDocument): SignatureProblem[] {
  const count = (name: string) => document.lines.filter(({ setting }) => setting?.name === name).length;
  const scopes = count('signscope');
  const signatures = count('signature');
  return [
    ...(scopes === 0 && signatures > 0
      ? [
          {
            id: 'scope-is-missing' as const,
            severity: 'broken' as const,
            found: 'The file has a signature, but not the “signscope” line that says what it covers.',
          },
        ]
      : []),
    ...(scopes > 0 && signatures === 0
      ? [
          {
            id: 'signature-is-missing' as const,
            severity: 'broken' as const,
            found: 'The file says what was signed (“signscope”), but its “signature” line is gone.',
          },
        ]
      : []),
    ...(scopes > 1 || signatures > 1
      ? [
          {
            id: 'signature-is-there-twice' as const,
            severity: 'notice' as const,
            found: 'The file has more than one “signscope” or “signature”; the first of each was judged.',
          },
        ]
      : []),
  ];
}

export function signatureLinesOf(document: RdpDocument): {
  readonly scope: SignedRecord | null;
  readonly signature: SignedRecord | null;
} {
  return { scope: firstNamed(document, 'signscope'), signature: firstNamed(document, 'signature') };
}
