import { hash } from 'node:crypto';
import { type EntryRead, readEntryText } from '../../shared/profiles/entry-text';
import type { EntryPlace } from '../../shared/profiles/migrate';

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function revisionOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** The entry in the bytes of a file, whoever wrote them. */
export function entryInBytes(bytes: Uint8Array, place: EntryPlace): EntryRead {
  try {
    return readEntryText(utf8.decode(bytes), place);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      entry: null,
      problem: { kind: 'damaged', because: 'is not UTF-8 text. Open it in an editor and save it as UTF-8' },
    };
  }
}
