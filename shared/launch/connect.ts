import { z } from 'zod';
import { RdpClientId } from '../client-pc/this-pc';
import { HelpTopicId } from '../errors/help-topics';
import { Report } from '../preflight/report';
import { Route } from '../preflight/route';
import { UsedFile } from './used-file';

/** The command line a client would be started with: an argument array, never a shell string. */
const ClientCommand = z.object({
  id: RdpClientId,
  name: z.string(),
  command: z.array(z.string()).min(1),
});
export type ClientCommand = z.infer<typeof ClientCommand>;

/** What happens between the click and the desktop, in order. */
export const ConnectStage = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('checking') }),
  /** A signed file is used as it is, or one that was there is not: told only where there is something to tell. */
  z.object({
    stage: z.literal('signed-file'),
    profile: UsedFile.nullable(),
    passedOver: z.array(z.string()),
  }),
  /** `expect`: what Windows or the client will ask next, told before it appears. */
  z.object({ stage: z.literal('starting'), client: z.string(), expect: z.array(z.string()) }),
  z.object({ stage: z.literal('opened'), client: z.string(), at: z.string() }),
  z.object({ stage: z.literal('hanging'), client: z.string(), forSeconds: z.number() }),
]);
export type ConnectStage = z.infer<typeof ConnectStage>;

export const ConnectOutcome = z.discriminatedUnion('outcome', [
  /** The route, or every route, is closed: nothing was started. */
  z.object({ outcome: z.literal('stopped'), report: Report, route: Route.nullable() }),
  /** The client ended; `explanation` says why where it ended badly. */
  z.object({
    outcome: z.literal('ended'),
    report: Report,
    route: Route,
    profile: UsedFile.nullable(),
    client: ClientCommand,
    exitCode: z.int().nullable(),
    wasGood: z.boolean(),
    explanation: z.string(),
    help: HelpTopicId.nullable(),
  }),
  /** The client hands over to another process and tells nothing more (mstsc, Windows App). */
  z.object({
    outcome: z.literal('handed-over'),
    report: Report,
    route: Route,
    profile: UsedFile.nullable(),
    client: ClientCommand,
    expect: z.array(z.string()),
  }),
]);
export type ConnectOutcome = z.infer<typeof ConnectOutcome>;

/** `connect --dry-run`: everything but starting the client. */
export const ConnectPlan = z.object({
  route: Route,
  file: z.string(),
  /** The signed file that is used as it is; null where the file was composed here. */
  profile: UsedFile.nullable(),
  /** Finished files that were there and are not used, a sentence each. */
  passedOver: z.array(z.string()),
  client: ClientCommand.nullable(),
  report: Report,
});
export type ConnectPlan = z.infer<typeof ConnectPlan>;

/** The server's certificate, shown for a decision: what it presents, and what Azure says the VM's is. */
export const CertificateQuestion = z.object({
  host: z.string(),
  presented: z.string(),
  expected: z.string().nullable(),
  matches: z.boolean().nullable(),
});
export type CertificateQuestion = z.infer<typeof CertificateQuestion>;
