import type { AppErrorCode } from '../../shared/errors/app-error';
import type { Report } from '../../shared/preflight/report';
import type { Route } from '../../shared/preflight/route';
import type { ExitCode } from './command';

const codes: Readonly<Partial<Record<AppErrorCode, ExitCode>>> = {
  'invalid-request': 64,
  ambiguous: 64,
  unreachable: 69,
  'timed-out': 69,
  'access-denied': 77,
  'sign-in-required': 77,
  'not-configured': 77,
};

export function exitCodeOf(code: AppErrorCode): ExitCode {
  return codes[code] ?? 1;
}

/** 0 when the chosen route (else the recommended one) is open, 1 when it is closed, 2 when that cannot be told. */
export function exitCodeOfReport({ routes, recommended }: Report, chosen: Route | undefined): ExitCode {
  const state = routes.find(({ id }) => id === (chosen ?? recommended))?.state ?? 'closed';
  return { open: 0, closed: 1, unknown: 2 }[state] as ExitCode;
}
