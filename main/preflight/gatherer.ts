import type { CloudId } from '../../shared/azure/cloud';
import type { VmId } from '../../shared/azure/virtual-machine';
import type { Account } from '../../shared/entra/account';
import type { RememberedName } from '../../shared/network/resolution';
import type { Fact, Facts } from '../../shared/preflight/fact';
import type { AzureReader } from '../azure/azure-reader';
import type { ClientPc } from '../client-pc/client-pc';
import type { EntraReader } from '../entra/entra-reader';
import type { Network } from '../network/network';

/** What is asked: a VM of Azure, or only a host name (then Azure's facts are `not-asked`). */
export interface Question {
  readonly vmId: VmId | null;
  readonly hostName: string | null;
  /** A person may insist on an address and a port; they are judged like any other. */
  readonly address: string | null;
  readonly port: number;
  /** Whoever else is asked about; null for the signed-in person. */
  readonly forUsername: string | null;
}

/** `userType` is there where reading the account told it already. */
export type KnownAccount = Omit<Account, 'userType'> & Partial<Pick<Account, 'userType'>>;

/** What tells which signed file is one of the VM, and leads to it. */
export type SignedFilesKnown = Pick<Facts, 'target'> & {
  readonly [F in 'vm' | 'account' | 'nameCandidates' | 'nameResolutions' | 'pcPolicies']?:
    | Facts[F]
    | undefined;
};

/** Everything a gatherer may touch. */
export interface World {
  readonly question: Question;
  readonly cloud: CloudId;
  /** The account asked about and the tenant: the token's own without asking anyone, another one's by one request. */
  readonly account: (signal: AbortSignal) => Promise<KnownAccount>;
  readonly azure: AzureReader;
  readonly entra: EntraReader;
  readonly network: Network;
  /** What a VM was called before, the likeliest first: for one that cannot be read now. */
  readonly rememberedNames: (vmId: VmId, signal: AbortSignal) => Promise<readonly RememberedName[]>;
  readonly clientPc: ClientPc;
  readonly passwordSignIn: () => Promise<Facts['passwordSignIn']>;
  readonly signedFiles: (known: SignedFilesKnown) => Promise<Facts['signedFiles']>;
  readonly signal: AbortSignal;
}

/** Finds out one fact. It touches the world and judges nothing. */
export interface Gatherer<F extends Fact = Fact, Needs extends Fact = Fact, Wants extends Fact = Fact> {
  readonly fact: F;
  /** Facts it cannot do without: a problem with one of them becomes this fact's problem. */
  readonly needs?: readonly Needs[];
  /** Facts it waits for and uses where they could be found. */
  readonly wants?: readonly Wants[];
  /** Takes longer than a person waits: no report does either. Nothing else may need it. */
  readonly isLate?: boolean;
  readonly gather: (
    world: World,
    known: Pick<Facts, Needs> & Partial<Pick<Facts, Wants>>,
  ) => Promise<Facts[F]>;
}

export function defineGatherer<
  F extends Fact,
  const Needs extends Fact = never,
  const Wants extends Fact = never,
>(gatherer: Gatherer<F, Needs, Wants>): Gatherer {
  return gatherer;
}
