import type { HelpTopicId } from '../errors/help-topics';

/**
 * Where a number is a code. The same small number means different things to mstsc, to FreeRDP and to the
 * VM extension; `windows` are HRESULT and NTSTATUS values, signed.
 */
export type CodeKind = 'aadsts' | 'disconnect' | 'extended-disconnect' | 'extension' | 'freerdp' | 'windows';

/** What a user may see, and what stands behind it. */
export interface KnownSymptom {
  readonly id: string;
  readonly cause: string;
  readonly remedy: string;
  readonly help: HelpTopicId | null;
  readonly codes: readonly { readonly kind: CodeKind; readonly value: number }[];
  /** The words of dialogs and messages that show it. */
  readonly words: readonly string[];
  readonly source: string;
  /** Date of the source's text, or of our reading where it bears none. */
  readonly asOf: string;
}

/** One row of a table of codes: a code or several, cause, remedy, article. */
export type CodeRow = readonly [
  codes: number | readonly number[],
  cause: string,
  remedy: string,
  help: HelpTopicId | null,
];

export function symptomsOf(
  kind: CodeKind,
  from: { readonly source: string; readonly asOf: string },
  rows: readonly CodeRow[],
): KnownSymptom[] {
  return rows.map(([codes, cause, remedy, help]) => {
    const values = typeof codes === 'number' ? [codes] : codes;
    return {
      id: `${kind}-${values[0] ?? 0}`,
      cause,
      remedy,
      help,
      codes: values.map((value) => ({ kind, value })),
      words: [],
      ...from,
    };
  });
}
