import { z } from 'zod';
import { PartialListing, VmId, VmSummary } from '../azure/virtual-machine';
import { PcJoin, PcPolicies, RdpClient, ThisPc } from '../client-pc/this-pc';
import { CertificateQuestion, ConnectOutcome, ConnectStage } from '../launch/connect';
import { ForetoldFile } from '../launch/foretold-file';
import { ConnectLink, OpenedLink } from '../links/connect-link';
import { CheckResult, Report } from '../preflight/report';
import { Route } from '../preflight/route';
import { BatchOptions, BatchPlan, BatchRow, BatchSource, BatchSummary } from '../profiles/batch-view';
import { DirectRoute, EntryId } from '../profiles/entry';
import {
  EntryKind,
  ImportProgress,
  ImportReport,
  LibraryEntry,
  LibraryProblem,
  LibraryView,
  SaveOutcome,
  StoredEntry,
} from '../profiles/library-view';
import { RdpFileSigned, RdpFileView } from '../rdp/rdp-file-view';
import { ConsentState, DeviceCode, SessionState, SignInMethod } from '../session/session-state';
import { OrganisationSetup, Settings, SettingsChange } from '../settings/settings';
import { ExplainedSymptom } from '../troubleshoot/symptom';
import { announcement, type Client, request } from './define-contract';

/** Long work carries an id of the caller's making: announcements repeat it, `cancel` takes it. */
const RunId = z.string().min(1).max(64);
const run = z.object({ runId: RunId });

const Listed = z.object({ asOf: z.string(), total: z.int(), partial: z.array(PartialListing) });

/** A part of this PC that could not be read says why instead. */
const orProblem = <Part extends z.ZodType>(part: Part) => z.union([part, z.object({ problem: z.string() })]);

/**
 * Everything a window may ask of the main process, and everything main may announce.
 * Preload, main's handlers, the renderer's client and the tests' fake main are all derived from this object.
 */
export const contract = {
  session: {
    state: request(z.void(), SessionState),
    signIn: request(z.object({ method: SignInMethod }), SessionState),
    cancelSignIn: request(z.void(), z.void()),
    /** One tenant on demand; its failure is told in its own entry. */
    signInToTenant: request(z.object({ tenantId: z.string() }), SessionState),
    signOut: request(z.void(), SessionState),
    enterDemo: request(z.object({ username: z.string().nullable() }), SessionState),
    leaveDemo: request(z.void(), SessionState),
    consents: request(z.void(), ConsentState),
    changed: announcement(SessionState),
    deviceCode: announcement(DeviceCode),
  },
  inventory: {
    /** Rows arrive as `page` announcements while it runs; the answer closes the list. */
    list: request(run, Listed),
    /** The list as it was told last, off the disk; null where none was saved. */
    last: request(run, Listed.nullable()),
    /** Whose list that is and how old, without its rows. */
    lastHead: request(z.void(), z.object({ asOf: z.string(), username: z.string() }).nullable()),
    cancel: request(run, z.void()),
    /** What of a VM its id does not say, and templates go by. Null where the account sees no such VM. */
    scopeOf: request(
      z.object({ vmId: VmId }),
      z.object({ tenantId: z.string().nullable(), tags: z.record(z.string(), z.string()) }).nullable(),
    ),
    page: announcement(
      z.object({ runId: RunId, vms: z.array(VmSummary), soFar: z.int(), total: z.int().nullable() }),
    ),
  },
  preflight: {
    run: request(z.object({ runId: RunId, vmId: VmId }), Report),
    cancel: request(run, z.void()),
    /** Verdicts as they can be given, and how many checks there are in all. A check may be told again. */
    progress: announcement(z.object({ runId: RunId, results: z.array(CheckResult), total: z.int() })),
    /** After the answer, where a fact that nobody waits for changed a verdict: takes the report's place. */
    refined: announcement(z.object({ runId: RunId, report: Report })),
  },
  connect: {
    start: request(
      z.object({ runId: RunId, vmId: VmId, route: Route.nullable(), anyway: z.boolean() }),
      ConnectOutcome,
    ),
    /** By a profile's finished file, or the names it has: nothing is asked of Azure. */
    startProfile: request(
      z.object({ runId: RunId, profileId: EntryId, anyway: z.boolean() }),
      ConnectOutcome,
    ),
    cancel: request(run, z.void()),
    stage: announcement(z.object({ runId: RunId, at: ConnectStage })),
    /** The client shows a certificate it does not know: `answerCertificate` decides. Passwords never pass here. */
    certificate: announcement(z.object({ runId: RunId, question: CertificateQuestion })),
    answerCertificate: request(z.object({ runId: RunId, trust: z.boolean() }), z.void()),
  },
  profile: {
    /** Asks where to save; null when the person changed their mind. */
    save: request(
      z.object({ vmId: VmId, route: Route }),
      z.object({ file: z.string().nullable(), warnings: z.array(z.string()) }),
    ),
    /** What Windows will ask about the file of a route, by the VM's last pre-flight of this window. */
    foretell: request(z.object({ vmId: VmId, route: DirectRoute }), ForetoldFile),
    /** The same Connect as a command for the terminal. */
    command: request(z.object({ vmId: VmId, route: Route.nullable() }), z.object({ command: z.string() })),
  },
  /** Any .rdp file a person chose. The page never names a path: main asks, or is handed what was dropped. */
  rdpFile: {
    /** Null when the person changed their mind. */
    open: request(z.void(), RdpFileView.nullable()),
    /** A dropped file. `size` is that of the whole file, of which no more is handed over than main would read. */
    look: request(
      z.object({
        name: z.string().max(1024),
        size: z.int(),
        bytes: z.instanceof(Uint8Array<ArrayBufferLike>).refine(({ length }) => length <= 1_048_576),
      }),
      RdpFileView,
    ),
    /** Asks for the certificate, its password in a window of its own, and where to save. */
    sign: request(z.object({ id: z.string() }), RdpFileSigned),
  },
  /** Templates and profiles, in a folder of small files that others may change too. */
  library: {
    read: request(z.void(), LibraryView),
    /** Somebody else, or another window, changed a file of it: read it again. */
    changed: announcement(z.object({ folder: z.string() })),
    /** Asks for another folder; null when the person changed their mind. */
    chooseFolder: request(z.void(), LibraryView.nullable()),
    entry: request(z.object({ kind: EntryKind, id: EntryId }), StoredEntry),
    /** `basedOn`: the revision that was changed; null for a new entry. `isInsisting` writes over theirs. */
    save: request(
      z.object({ entry: LibraryEntry, basedOn: z.string().nullable(), isInsisting: z.boolean() }),
      SaveOutcome,
    ),
    /** What was removed, to be put back by saving it again. `isInsisting`: also a template that others still name. */
    remove: request(
      z.object({ kind: EntryKind, id: EntryId, basedOn: z.string(), isInsisting: z.boolean() }),
      StoredEntry,
    ),
    /** Both versions, to be looked at before one is chosen. `file`: that of the problem. */
    conflict: request(
      z.object({ file: z.string().max(1024) }),
      z.object({ entry: LibraryEntry, copy: LibraryEntry }),
    ),
    /** Settles a file in conflict with its entry: one stays, the other is set aside, not deleted. */
    settle: request(z.object({ problem: LibraryProblem, keep: z.enum(['entry', 'copy']) }), LibraryView),
    /** The whole library as one zip. Null when the person changed their mind. */
    export: request(z.void(), z.object({ file: z.string() }).nullable()),
    /**
     * What a profile's file would be, lint and dialog foretold. With a route the finished file that is kept for
     * it, as it is.
     */
    preview: request(z.object({ id: EntryId, route: DirectRoute.nullable().default(null) }), RdpFileView),
  },
  /** Connections of other programs into the library: read, look through the plan, save. One id for the whole of it. */
  import: {
    /** Asks for .rdp files or folders, .rdg or confCons.xml, and saves nothing. Null when the person changed their mind. */
    plan: request(run.extend({ what: z.enum(['files', 'folder']) }), ImportReport.nullable()),
    /** Saves what was planned, by what the library holds by now. */
    run: request(run, ImportReport),
    progress: announcement(run.extend({ at: ImportProgress })),
    /** Also forgets what was read. What was saved until then stays. */
    cancel: request(run, z.void()),
  },
  /** Many files at once: read, look through the plan, write. */
  batch: {
    /** Asks for a CSV file. Null when the person changed their mind. */
    chooseCsv: request(z.void(), BatchSource.nullable()),
    plan: request(run.extend({ source: BatchSource, options: BatchOptions }), BatchPlan),
    preview: request(z.object({ planId: z.string(), line: z.int() }), RdpFileView),
    /**
     * Asks for the folder and, with `isSigned`, for the certificate. Null when the person changed their mind.
     * `isKept`: signed files are kept in the library, too, where Connect finds them.
     */
    run: request(
      run.extend({ planId: z.string(), isSigned: z.boolean(), isKept: z.boolean() }),
      BatchSummary.nullable(),
    ),
    progress: announcement(
      z.object({ runId: RunId, done: z.int(), total: z.int(), problems: z.array(BatchRow) }),
    ),
    cancel: request(run, z.void()),
  },
  /** `entra-rdp://` links. They show something and start nothing: connecting takes a click. */
  link: {
    /** The link the app was started with, once. From then on others are announced. */
    take: request(z.void(), OpenedLink.nullable()),
    opened: announcement(OpenedLink),
    /** A link that shows this VM to whoever opens it. Main knows the cloud. */
    make: request(ConnectLink.omit({ cloud: true }), z.object({ link: z.string() })),
  },
  settings: {
    read: request(z.void(), Settings),
    change: request(SettingsChange, Settings),
    setFavourite: request(z.object({ vmId: VmId, isFavourite: z.boolean() }), Settings),
    /** An organisation's set-up, as the text of its file or link: first what it says, then taken. */
    readSetup: request(z.object({ text: z.string().max(65536) }), OrganisationSetup),
    takeSetup: request(OrganisationSetup, Settings),
    changed: announcement(Settings),
  },
  thisPc: {
    describe: request(
      z.void(),
      z.object({
        pc: orProblem(ThisPc),
        join: orProblem(PcJoin),
        policies: orProblem(PcPolicies),
        clients: orProblem(z.array(RdpClient)),
      }),
    ),
  },
  troubleshoot: {
    explain: request(z.object({ query: z.string().max(20000) }), z.array(ExplainedSymptom)),
  },
  app: {
    about: request(
      z.void(),
      z.object({ version: z.string(), electron: z.string(), chromium: z.string(), logFile: z.string() }),
    ),
    /** https and an allow-list of hosts; anything else is refused. */
    openExternal: request(z.object({ url: z.url().max(2048) }), z.void()),
    copyText: request(z.object({ text: z.string().max(100_000) }), z.void()),
  },
};

export type Api = Client<typeof contract>;
