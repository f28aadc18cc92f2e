import { z } from 'zod';
import type { CheckId } from './check-id';
import type { Route } from './route';

/** `unknown`: could not look. `skip`: does not apply, or something before it decides. */
export const Status = z.enum(['pass', 'warn', 'fail', 'unknown', 'skip']);
export type Status = z.infer<typeof Status>;

const badness: readonly Status[] = ['skip', 'pass', 'warn', 'unknown', 'fail'];

export function worstOf(statuses: readonly Status[]): Status {
  return statuses.reduce(
    (worst, status) => (badness.indexOf(status) > badness.indexOf(worst) ? status : worst),
    'skip',
  );
}

/** What mends a verdict. */
export const Remedy = z.discriminatedUnion('kind', [
  /** Something the user can do alone. */
  z.object({ kind: z.literal('do'), text: z.string() }),
  /** A command to copy, for whoever has the right. */
  z.object({
    kind: z.literal('command'),
    shell: z.enum(['az', 'powershell', 'cmd']),
    text: z.string(),
    command: z.string(),
  }),
  /** What to ask an admin for; becomes one line of the request that is ready to send. */
  z.object({ kind: z.literal('ask'), text: z.string() }),
]);
export type Remedy = z.infer<typeof Remedy>;

/** Statuses of single routes, where a check judges them differently. */
export type ByRoute = Readonly<Partial<Record<Route, Status>>>;

export type Verdict =
  | { readonly status: 'pass'; readonly found: string; readonly byRoute?: ByRoute }
  | {
      readonly status: 'warn' | 'fail';
      readonly found: string;
      readonly remedies: readonly Remedy[];
      readonly byRoute?: ByRoute;
    }
  | {
      readonly status: 'skip' | 'unknown';
      readonly because: string;
      readonly missing?: string;
      /** The check that has to be settled first; only the judge sets it. */
      readonly blockedBy?: CheckId;
      readonly byRoute?: ByRoute;
    };

/** `found` says what was seen, with the values: a green check is proof too. */
export function pass(found: string, byRoute?: ByRoute): Verdict {
  return { status: 'pass', found, ...(byRoute && { byRoute }) };
}

export function warn(found: string, remedies: readonly Remedy[], byRoute?: ByRoute): Verdict {
  return { status: 'warn', found, remedies, ...(byRoute && { byRoute }) };
}

export function fail(found: string, remedies: readonly Remedy[], byRoute?: ByRoute): Verdict {
  return { status: 'fail', found, remedies, ...(byRoute && { byRoute }) };
}

export function skip(because: string, byRoute?: ByRoute): Verdict {
  return { status: 'skip', because, ...(byRoute && { byRoute }) };
}

/** `missing` names the permission, role or network that would let us look. */
export function unknown(because: string, missing?: string, byRoute?: ByRoute): Verdict {
  return {
    status: 'unknown',
    because,
    ...(missing !== undefined && { missing }),
    ...(byRoute && { byRoute }),
  };
}

export const remedy = {
  do: (text: string): Remedy => ({ kind: 'do', text }),
  az: (text: string, command: string): Remedy => ({ kind: 'command', shell: 'az', text, command }),
  powershell: (text: string, command: string): Remedy => ({
    kind: 'command',
    shell: 'powershell',
    text,
    command,
  }),
  cmd: (text: string, command: string): Remedy => ({ kind: 'command', shell: 'cmd', text, command }),
  ask: (text: string): Remedy => ({ kind: 'ask', text }),
};
