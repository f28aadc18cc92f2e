import { z } from 'zod';
import { HelpTopicId } from '../errors/help-topics';

/** What a code or the words of a dialog mean, best match first. `isNearest`: not known, but close. */
export const ExplainedSymptom = z.object({
  id: z.string(),
  cause: z.string(),
  remedy: z.string(),
  help: HelpTopicId.nullable(),
  source: z.string().nullable(),
  isNearest: z.boolean(),
});
export type ExplainedSymptom = z.infer<typeof ExplainedSymptom>;
