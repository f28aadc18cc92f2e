import { decodeRdp } from '../../rdp/decode';
import { refused } from './columns';

export interface ListText {
  readonly text: string;
  /** What is to be known of how it was read. */
  readonly notes: readonly string[];
}

/** 100,000 lines of long names are a third of it. */
export const mostListBytes = 64 * 1024 * 1024;

/**
 * The text of a list, whatever its encoding.
 *
 * @throws AppError `invalid-request`, which says why it is no list.
 */
export function listTextOf(bytes: Uint8Array, name: string): ListText {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw refused(`${name} is a workbook or another zip. Save it as “CSV UTF-8” first`);
  }
  const { text, encoding } = decodeRdp(bytes);
  // One stray NUL is enough: no text has any.
  if (text.includes('\0')) {
    throw refused(
      `${name} is no text file, or in an encoding that cannot be told. A list is saved as “CSV UTF-8”`,
    );
  }
  return {
    text,
    notes:
      encoding === 'windows-1252'
        ? [
            'The list is in no Unicode encoding and was read as Windows-1252: look at its special characters, or save it as “CSV UTF-8”.',
          ]
        : [],
  };
}
