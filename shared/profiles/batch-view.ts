import { z } from 'zod';
import { DirectRoute, EntryId } from './entry';

/** How the files of a batch are laid out. */
export const BatchLayout = z.enum(['folder-per-user', 'zip-per-user', 'one-folder']);
export type BatchLayout = z.infer<typeof BatchLayout>;

/** What a batch is made of, before anything is read. */
export const BatchSource = z.discriminatedUnion('kind', [
  /** The text of a CSV file, with the name it came by. */
  z.object({
    kind: z.literal('csv'),
    name: z.string().max(1024),
    text: z.string().max(64 * 1024 * 1024),
    /** What is to be known of how it was read: a guess at its encoding. */
    notes: z.array(z.string().max(1000)).max(10).optional(),
  }),
  /** The condition of a Resource Graph query over virtual machines: `tags.department =~ 'finance'`. */
  z.object({ kind: z.literal('filter'), filter: z.string().min(1).max(4000) }),
]);
export type BatchSource = z.infer<typeof BatchSource>;

export const BatchOptions = z.object({
  /** Id or name of a template, for rows that name none. */
  template: z.string().min(1).max(200).nullable().default(null),
  /** The same. Without one a template decides, and in the end it is the web account. */
  route: DirectRoute.nullable().default(null),
  layout: BatchLayout.default('folder-per-user'),
  /** For a filter, which names no users: a file for each of them and each VM. */
  users: z.array(z.string().min(1).max(1000)).max(1000).default([]),
});
export type BatchOptions = z.infer<typeof BatchOptions>;

/** One line of the list, judged: it becomes a file, or says why not. */
export const BatchRow = z.object({
  /** 1-based line of the CSV, header included; of a filter the position of its VM. */
  line: z.int(),
  /** As it was written. */
  vm: z.string(),
  user: z.string().nullable(),
  /** Relative to the folder of the batch, with forward slashes; null where there will be none. */
  file: z.string().nullable(),
  /** Its name in that file, where that is a zip. */
  entry: z.string().nullable(),
  route: DirectRoute.nullable(),
  /** The name the client is given. */
  address: z.string().nullable(),
  template: EntryId.nullable(),
  /** Boxes of the dialog Windows shows before it opens the file: none where nothing is shared. */
  asks: z.array(z.string()),
  warnings: z.array(z.string()),
  problem: z.string().nullable(),
});
export type BatchRow = z.infer<typeof BatchRow>;

/** What a batch would write, before anything is written. */
export const BatchPlan = z.object({
  /** What `run` and `preview` take. Main keeps the last plan alone. */
  id: z.string(),
  total: z.int(),
  ready: z.int(),
  problems: z.int(),
  users: z.int(),
  /** What the opening dialog will ask, by the templates that apply. */
  dialogs: z.array(
    z.object({
      /** The one that was chosen by name. */
      template: EntryId.nullable(),
      /** All of them, the narrowest last: also those of the organisation, of a tag, and so on. */
      templates: z.array(EntryId),
      asks: z.array(z.string()),
      files: z.int(),
    }),
  ),
  /** No more than can be looked through; what is counted is not cut. Problems come first. */
  rows: z.array(BatchRow),
  /** What is to be known of the list as a whole: columns nobody knows, an unusual delimiter. */
  notes: z.array(z.string()),
});
export type BatchPlan = z.infer<typeof BatchPlan>;

export const BatchSummary = z.object({
  folder: z.string(),
  written: z.int(),
  /** Of those written, the ones an earlier run had written already. */
  kept: z.int(),
  failed: z.int(),
  signed: z.boolean(),
  wasCancelled: z.boolean(),
  /** Absolute paths; null where even they could not be written, as on a full disk. */
  manifest: z.string().nullable(),
  manifestJson: z.string().nullable(),
  notes: z.array(z.string()),
  /** No more than can be looked through, problems first. */
  rows: z.array(BatchRow),
});
export type BatchSummary = z.infer<typeof BatchSummary>;
