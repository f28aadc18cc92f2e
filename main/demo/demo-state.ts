import type { CompleteTenant } from './complete-tenant';
import type { DemoVm } from './complete-vm';
import type { DemoRequest, DemoResponse } from './demo-http';
import { type MadeUpVms, madeUpVms } from './scale';
import type { DemoAccount, DemoFaults, DemoRoleAssignment, DemoTenant } from './tenant-schema';

export type RequestKind = 'entra-id' | 'arm' | 'resource-graph' | 'graph';

export interface RequestCounters {
  readonly total: number;
  readonly byKind: Readonly<Record<RequestKind, number>>;
  /** The latest requests as `METHOD path`, oldest first; at most 2,000. Never a header, never a body. */
  readonly recent: readonly { readonly kind: RequestKind; readonly what: string; readonly status: number }[];
}

/** Who a token speaks for, once its signature, audience and age were found good. */
export interface VerifiedToken {
  readonly account: DemoAccount;
  readonly audience: 'arm' | 'graph';
  /** Delegated permissions in it, e.g. `Device.Read.All`, without their resource. */
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Everything the token says. */
  readonly claims: Readonly<Record<string, unknown>>;
}

export type VerifyToken = (
  state: DemoState,
  authorization: string | undefined,
) => VerifiedToken | DemoResponse;

/** Where the running demo can be reached: origins without a trailing slash. */
export interface DemoOrigins {
  readonly authority: string;
  readonly arm: string;
  readonly graph: string;
}

/**
 * The running demo Azure. Everything its handlers change while it runs is here, and ends with it.
 * `tenant` is what was described; what repairs may change is kept beside it.
 */
export interface DemoState {
  readonly tenant: DemoTenant;
  readonly origins: DemoOrigins;
  /** The account the sign-in page picks by itself; null shows the account picker. */
  chosenAccount: string | null;
  readonly vms: Map<string, DemoVm>;
  readonly scaled: MadeUpVms;
  readonly roleAssignments: DemoRoleAssignment[];
  /** Counts left; handlers take from them. */
  readonly faults: DemoFaults;
  /** Tokens of an account issued before this moment (milliseconds since 1970) are refused. */
  readonly revokedBefore: Map<string, number>;
  readonly operations: Map<string, DemoOperation>;
  readonly requests: {
    total: number;
    readonly byKind: Record<RequestKind, number>;
    readonly recent: { kind: RequestKind; what: string; status: number }[];
  };
}

/** How a long-running operation ended; `body` is what its location then answers with. */
interface DemoOutcome {
  readonly status: 'Succeeded' | 'Failed';
  readonly error?: object;
  readonly body?: object;
}

/** A long-running operation: it answers `InProgress` so many times more. */
export interface DemoOperation {
  readonly id: string;
  readonly startedAt: string;
  pollsLeft: number;
  readonly complete: () => DemoOutcome;
  outcome?: DemoOutcome;
}

export function createDemoState(
  tenant: CompleteTenant,
  origins: DemoOrigins,
  chosenAccount: string | null,
): DemoState {
  return {
    tenant,
    origins,
    chosenAccount,
    vms: new Map(tenant.virtualMachines.map((vm) => [vm.id.toLowerCase(), structuredClone(vm)])),
    scaled: madeUpVms(tenant),
    roleAssignments: structuredClone(tenant.roleAssignments),
    faults: { ...tenant.faults },
    revokedBefore: new Map(),
    operations: new Map(),
    requests: {
      total: 0,
      byKind: { 'entra-id': 0, arm: 0, 'resource-graph': 0, graph: 0 },
      recent: [],
    },
  };
}

export function accountCalled(state: DemoState, username: string): DemoAccount | undefined {
  return state.tenant.accounts.find((account) => account.username.toLowerCase() === username.toLowerCase());
}

/** One of the faults that are counted: takes one, and says whether there was one to take. */
export function takeFault(
  state: DemoState,
  fault: 'throttled' | 'claimsChallenges' | 'expiredTokens' | 'serverErrors',
): boolean {
  if (state.faults[fault] <= 0) return false;
  state.faults[fault] -= 1;
  return true;
}

const recentLimit = 2000;

export function countRequest(
  state: DemoState,
  kind: RequestKind,
  { method, path }: Pick<DemoRequest, 'method' | 'path'>,
  status: number,
): void {
  const { requests } = state;
  requests.total += 1;
  requests.byKind[kind] += 1;
  requests.recent.push({ kind, what: `${method} ${path}`, status });
  if (requests.recent.length > recentLimit) requests.recent.splice(0, requests.recent.length - recentLimit);
}
