import { z } from 'zod';
import { VmId } from '../azure/virtual-machine';
import { AppError } from '../errors/app-error';
import { assembleReport, type Subject } from './assemble-report';
import { Baseline } from './baseline';
import type { Cause } from './cause';
import type { Check, Circumstances } from './check';
import { factSchemas, type Gathered, Problem } from './fact';
import { EvidenceSource, type Report } from './report';

const schemaName = 'entra-rdp/evidence';

/** Raised when a file of today can no longer be read as one of yesterday. */
const currentVersion = 1;

/** Bytes of the largest file we read. A real one has some ten thousand. */
export const largestEvidence = 5_000_000;

const foundSchemas = Object.fromEntries(
  Object.entries(factSchemas).map(([fact, value]) => [
    fact,
    z.union([z.object({ value }), z.object({ problem: Problem })]).optional(),
  ]),
);

/** All facts of one run, as a file: who it is about, by what it was judged, what was found. */
export const Evidence = z.object({
  schema: z.literal(schemaName),
  version: z.literal(currentVersion),
  savedAt: z.string().max(64),
  subject: z.object({ vmId: VmId.nullable(), name: z.string().max(512) }),
  circumstances: z.object({ baseline: Baseline, now: z.string().max(64) }),
  /** Facts this version does not know are dropped: a later one may have more. */
  gathered: z.object(foundSchemas) as unknown as z.ZodType<Gathered>,
  /** Names, addresses and ids are stand-ins, which mean nothing beside another file's. */
  isMasked: z.literal(true).optional(),
  /** The files it was joined from. */
  sources: z.array(EvidenceSource).optional(),
});
export type Evidence = z.infer<typeof Evidence>;

export function evidenceOf(subject: Subject, gathered: Gathered, circumstances: Circumstances): Evidence {
  return {
    schema: schemaName,
    version: currentVersion,
    savedAt: circumstances.now,
    subject: { vmId: subject.vmId, name: subject.name },
    circumstances: { baseline: circumstances.baseline, now: circumstances.now },
    gathered,
  };
}

const Header = z.object({ schema: z.literal(schemaName), version: z.int() });

/**
 * Reads the text of an evidence file, which may come from anyone.
 *
 * @throws AppError `invalid-request` for what is not JSON, not evidence, too large, of a newer version, or
 *   breaks the schema, with the path that does.
 */
export function parseEvidence(text: string): Evidence {
  if (text.length > largestEvidence) throw refused(`it is larger than ${largestEvidence / 1_000_000} MB`);
  const json = parseJson(text);
  const header = Header.safeParse(json).data;
  if (!header) throw refused('it is not a file that this program saved as evidence');
  if (header.version > currentVersion) {
    throw refused(
      `it was saved by a newer version of this program (format ${header.version}; this one reads up to ${currentVersion}). Update this program`,
    );
  }
  const { success, data, error } = Evidence.safeParse(migrated(json, header.version));
  if (!success) throw refused(`it does not follow its format: ${firstIssue(error)}`);
  return data;
}

/** The report of saved evidence: by the same rules, at the time it was saved, so that it says the same. */
export function judgeEvidence(
  { subject, circumstances, gathered, sources }: Evidence,
  checks: readonly Check[],
  causes: readonly Cause[],
  baseline: Baseline = circumstances.baseline,
): Report {
  const settled = withUnasked(gathered);
  const report = assembleReport(subject, checks, causes, settled, { ...circumstances, baseline });
  return { ...report, ...(sources && { sources }) };
}

/** What an earlier version of this program did not look for must not keep a check from being judged. */
function withUnasked(gathered: Gathered): Gathered {
  const problem: Problem = {
    code: 'not-asked',
    message: 'This evidence was saved by a version of this program that did not look for it.',
    missing: null,
  };
  const unasked = Object.keys(factSchemas).map((fact) => [fact, { problem }]);
  return { ...(Object.fromEntries(unasked) as Gathered), ...gathered };
}

/** Turns a file of one version into one of the next, by the version it turns. There has been one version so far. */
const migrations: ReadonlyMap<number, (json: unknown) => unknown> = new Map();

function migrated(json: unknown, version: number): unknown {
  if (version === currentVersion) return json;
  const migrate = migrations.get(version);
  if (!migrate) throw refused(`there never was a format ${version}`);
  return migrated(migrate(json), version + 1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refused('it is not JSON, or was cut off');
  }
}

function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  return issue ? `${issue.path.map(String).join('.')}: ${issue.message}`.slice(0, 300) : '';
}

function refused(because: string): AppError {
  return new AppError('invalid-request', `The evidence could not be read: ${because}.`);
}
