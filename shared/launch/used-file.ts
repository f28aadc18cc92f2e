import { z } from 'zod';
import { EntryId } from '../profiles/entry';

/** A file that somebody signed, opened as it is instead of one composed here. */
export const UsedFile = z.object({
  /** Of the library's profile that keeps it; null for a file that was named. */
  id: EntryId.nullable(),
  /** The profile's name, or the file's. */
  name: z.string(),
  /** As Windows calls the publisher. */
  signer: z.string(),
  /** Settings that the signature does not cover and the file did not have. */
  added: z.array(z.literal('username')),
  /** What to know about the signature, which holds all the same. */
  notes: z.array(z.string()),
});
export type UsedFile = z.infer<typeof UsedFile>;
