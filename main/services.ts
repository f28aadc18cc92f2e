import type { VmId } from '../shared/azure/virtual-machine';
import type {
  CertificateQuestion,
  ConnectOutcome,
  ConnectPlan,
  ConnectStage,
} from '../shared/launch/connect';
import type { ForetoldFile } from '../shared/launch/foretold-file';
import type { UsedFile } from '../shared/launch/used-file';
import type { Baseline } from '../shared/preflight/baseline';
import type { Gathered } from '../shared/preflight/fact';
import type { CheckResult, Report } from '../shared/preflight/report';
import type { Route } from '../shared/preflight/route';
import type { Profile } from '../shared/profiles/profile';
import type { ResolvedSetting } from '../shared/profiles/resolve';
import type { RdpSetting } from '../shared/rdp/setting';
import type { Session } from './auth/session';
import type { Inventory } from './azure/inventory';
import type { ClientPc } from './client-pc/client-pc';
import type { LastList } from './last-list/last-list';
import type { Library } from './profiles/library';
import type { SettingsStore } from './settings/settings-store';

/** What the caller wants to sign in to: a VM of Azure, or only a host name, as whom a connection file says. */
export type PreflightSubject =
  | { readonly vmId: VmId }
  | {
      readonly hostName: string;
      readonly username?: string | null;
      /** The connection file that names it. */
      readonly file?: { readonly name: string; readonly bytes: Uint8Array };
      /** The library's profile that names it: its templates and settings apply, and whom it is for. */
      readonly profile?: Profile;
    };

export interface PreflightRequest {
  readonly subject: PreflightSubject;
  /** A person may insist on an address and a port; they are judged like any other. */
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  readonly baseline?: Baseline | undefined;
  /** Judges for somebody else of the tenant, with the rights of whoever is signed in. */
  readonly forUsername?: string | undefined;
  /** What a new file is wanted with: no signed one is looked for then. */
  readonly template?: string | undefined;
  readonly given?: readonly RdpSetting[] | undefined;
  readonly signal: AbortSignal;
  /** Also asks for facts nobody waits for: see `PreflightRun.refined`. For who stays to hear of them. */
  readonly withLate?: boolean | undefined;
  /** Goes on where Azure asks to sign in, as long as a name to connect to is known from before. */
  readonly withoutSignIn?: boolean | undefined;
  /** Verdicts as they can be given, each once, and again where a late fact changes it. */
  readonly onProgress?: (results: readonly CheckResult[], total: number) => void;
}

export interface PreflightRun {
  readonly report: Report;
  readonly gathered: Gathered;
  /** The same once late facts are in; null where they change nothing. Never rejects. */
  readonly refined?: Promise<Pick<PreflightRun, 'report' | 'gathered'> | null>;
}

export interface ConnectRequest extends Omit<PreflightRequest, 'onProgress'> {
  /** Null takes the recommended one. */
  readonly route: Route | null;
  readonly anyway: boolean;
  readonly client?: string | undefined;
  readonly onProgress?: PreflightRequest['onProgress'];
  readonly onStage?: (stage: ConnectStage) => void;
  /** Asked when the client meets a certificate it does not know. */
  readonly askCertificate?: (question: CertificateQuestion) => Promise<boolean>;
  /** Asked when the client cannot ask for the password by itself; null gives up. Aborted once nobody waits for it. */
  readonly askPassword?: (
    prompt: { readonly username: string; readonly host: string },
    signal: AbortSignal,
  ) => Promise<string | null>;
}

export interface ProfileRequest {
  readonly subject: PreflightSubject;
  readonly route?: Route | undefined;
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  /** Id or name of a template, in place of the one the VM's profile names. */
  readonly template?: string | undefined;
  /** Settings for this file alone. */
  readonly given?: readonly RdpSetting[] | undefined;
  readonly signal: AbortSignal;
}

/** What one .rdp file says, before it is written. */
export interface ComposedProfile {
  readonly bytes: Uint8Array;
  readonly suggestedName: string;
  readonly route: Route;
  readonly address: string;
  readonly username: string;
  /** Each with where it comes from. */
  readonly settings: readonly ResolvedSetting[];
  /** The signed file that is used as it is; null where the file was composed here. */
  readonly profile: UsedFile | null;
  readonly warnings: readonly string[];
}

/** Everything a shell can ask for. Rooms are handed what they need; only this file knows them all. */
export interface Services {
  readonly mode: 'real' | 'demo';
  readonly settings: SettingsStore;
  readonly session: Session;
  readonly inventory: Inventory;
  /** What the inventory said last, for when it cannot be asked. */
  readonly lastList: LastList;
  readonly clientPc: ClientPc;
  /** Opened when it is first asked for, and anew where the settings name another folder. */
  library(): Promise<Library>;
  preflight(request: PreflightRequest): Promise<PreflightRun>;
  connect(request: ConnectRequest): Promise<ConnectOutcome>;
  /** Everything but starting the client. */
  planConnect(request: ConnectRequest): Promise<ConnectPlan>;
  composeProfile(request: ProfileRequest): Promise<ComposedProfile>;
  /** What opening the file of a route would show, after a pre-flight: nothing is asked of Azure again. */
  foretell(
    run: Pick<PreflightRun, 'report' | 'gathered'>,
    request: { readonly subject: PreflightSubject; readonly route: Route },
  ): Promise<ForetoldFile>;
  close(): Promise<void>;
}

/** What a shell decides before the rooms are opened: `createServices` of main/create-services.ts takes it. */
export interface ServicesOptions {
  readonly demo: boolean;
  readonly demoFile?: string | undefined;
  readonly demoAccount?: string | undefined;
  readonly cloud?: string | undefined;
  readonly tenant?: string | undefined;
  readonly baseline?: string | undefined;
  /** The folder of templates and profiles, in place of the one in the settings. */
  readonly libraryFolder?: string | undefined;
  /** Opens a page in the system browser; the terminal's way is used without one. */
  readonly openBrowser?: ((url: string) => Promise<void>) | undefined;
  /** Whether a person sits at our own terminal, where an RDP client can ask them itself. */
  readonly isTerminal?: boolean | undefined;
}
