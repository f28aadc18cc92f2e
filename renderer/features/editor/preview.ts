import { type AppError, isAppError } from '../../../shared/errors/app-error';
import type { LibraryEntry } from '../../../shared/profiles/library-view';
import { parseRdp } from '../../../shared/rdp/parse';
import { serializeRdp } from '../../../shared/rdp/serialize';
import { type ShownFile, shownFile } from '../../../shared/rdp/shown-file';
import { type Composed, isOwn } from './composed';

export type FilePreview =
  | {
      readonly file: ShownFile;
      /** Lines that would read otherwise, or not be there, without the entry. */
      readonly changed: ReadonlySet<number>;
      readonly lineOf: (name: string) => number | undefined;
      readonly problem: null;
    }
  | { readonly problem: AppError };

/** The file as it would be written, read back and judged as any other. */
export function previewOf(entry: LibraryEntry, { settings, problem }: Composed): FilePreview {
  if (problem) return { problem };
  try {
    const file = shownFile(parseRdp(serializeRdp(settings)));
    // Nobody signs a file before it is made.
    const findings = file.findings.filter(({ rule }) => rule !== 'not-signed');
    const lines = new Map(settings.map(({ name }, index) => [name, index + 1]));
    const differing = settings.flatMap(({ origin, value, instead }, index) =>
      isOwn(origin, entry) && instead[0]?.value !== value ? [index + 1] : [],
    );
    return {
      file: { ...file, findings, findingCount: findings.length },
      changed: new Set(differing),
      lineOf: (name) => lines.get(name),
      problem: null,
    };
  } catch (error) {
    if (isAppError(error)) return { problem: error };
    throw error;
  }
}
