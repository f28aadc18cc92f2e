import { z } from 'zod';
import { VmId } from '../azure/virtual-machine';
import { HelpTopicId } from '../errors/help-topics';
import { Baseline } from './baseline';
import { CheckId } from './check-id';
import { Route } from './route';
import { Remedy, Status } from './verdict';

export const CheckResult = z.object({
  id: CheckId,
  title: z.string(),
  status: Status,
  /** The status for each route the check applies to. */
  routes: z.partialRecord(Route, Status),
  /** What was seen, for pass, warn and fail. */
  found: z.string().optional(),
  /** Why nothing was judged, for skip and unknown. */
  because: z.string().optional(),
  /** The permission or network that would turn unknown into a verdict. */
  missing: z.string().optional(),
  /** The check that has to be settled before this one can be judged. */
  blockedBy: CheckId.optional(),
  remedies: z.array(Remedy),
  help: HelpTopicId,
  source: z.object({ url: z.string(), asOf: z.string() }),
});
export type CheckResult = z.infer<typeof CheckResult>;

export const RouteState = z.object({
  id: Route,
  state: z.enum(['open', 'closed', 'unknown']),
  closedBy: z.array(CheckId),
  notSeen: z.array(CheckId),
  /** What choosing it means: a password is asked, locking disconnects, … */
  means: z.array(z.string()),
});
export type RouteState = z.infer<typeof RouteState>;

/** A file that facts were taken from, and which. */
export const EvidenceSource = z.object({
  file: z.string(),
  savedAt: z.string(),
  account: z.string().nullable(),
  facts: z.array(z.string()),
});
export type EvidenceSource = z.infer<typeof EvidenceSource>;

export const Report = z.object({
  vm: z.object({ id: VmId.nullable(), name: z.string(), computerName: z.string().nullable() }),
  target: z.object({ address: z.string(), port: z.int(), why: z.string() }).nullable(),
  account: z.string().nullable(),
  baseline: Baseline,
  judgedAt: z.string(),
  /** The one thing behind several verdicts, where a pattern names it. */
  cause: z.object({ id: z.string(), sentence: z.string() }).nullable(),
  /** The first sentence: the cause, else what the recommended route means. */
  headline: z.string(),
  routes: z.array(RouteState),
  recommended: Route.nullable(),
  results: z.array(CheckResult),
  /** One message to an admin with all that failed and only they can mend; absent where nothing is theirs. */
  request: z.string().optional(),
  /** What could not be looked at, folded into one line with the request ready to send (empty where none would help). */
  unknowns: z.object({ count: z.int(), sentence: z.string(), request: z.string() }).nullable(),
  /** Where the facts are from, for a report of saved evidence. */
  sources: z.array(EvidenceSource).optional(),
});
export type Report = z.infer<typeof Report>;
