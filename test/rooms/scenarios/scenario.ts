import type { CheckId } from '../../../shared/preflight/check-id';
import { everyRoute, type Route } from '../../../shared/preflight/route';
import type { Status } from '../../../shared/preflight/verdict';

/** One thing that goes wrong (or only seems to), as a demo tenant, and what the pre-flight has to say of it. */
export interface Scenario {
  /** Its overlay on Contoso, in test/fixtures/scenarios, without `.json`. */
  readonly file: string;
  /** What the person would see if nobody warned them. */
  readonly sees: string;
  readonly account: string;
  readonly vm: string;
  /** What else is written on the command line. */
  readonly words: readonly string[];
  /** The check that says it, its status, and what its sentence has to name. */
  readonly tells: { readonly check: CheckId; readonly status: Status; readonly says: readonly string[] };
  /** Every check that fails, in the order of the report: one more would be a false alarm. */
  readonly fails: readonly CheckId[];
  readonly cause: string | null;
  readonly open: readonly Route[];
}

interface Expected {
  readonly tells: readonly [check: CheckId, status: Status, ...says: string[]];
  readonly fails?: readonly CheckId[];
  readonly cause?: string;
  readonly open?: readonly Route[];
  readonly account?: string;
  readonly vm?: string;
  readonly words?: readonly string[];
}

/** Left out: ada and ready-01; the telling check fails alone or nothing does; no cause; every route open. */
export function scenario(file: string, sees: string, expected: Expected): Scenario {
  const [check, status, ...says] = expected.tells;
  return {
    file,
    sees,
    account: 'ada@contoso.example',
    vm: 'ready-01',
    words: [],
    cause: null,
    open: everyRoute,
    fails: status === 'fail' ? [check] : [],
    ...expected,
    tells: { check, status, says },
  };
}

export const closed: readonly Route[] = [];
export const bastionOnly: readonly Route[] = ['bastion-client', 'bastion-portal'];
export const withoutPassword: readonly Route[] = ['web-account', ...bastionOnly];
export const withoutWebAccount: readonly Route[] = ['password', ...bastionOnly];
