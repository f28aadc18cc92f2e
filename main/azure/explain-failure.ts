import { AppError, isAppError } from '../../shared/errors/app-error';
import type { HelpTopicId } from '../../shared/errors/help-topics';
import { NotJson, retryAfterSecondsHeader } from './http-policies';

/** What a call was for, in the words its failure is told in. */
export interface CallPurpose {
  /** Completes the sentence "… while": `listing the extensions of web-01`. */
  readonly purpose: string;
  /** The right that would let it through: `Reader on the VM`. */
  readonly right: string;
  readonly signal: AbortSignal;
  /** How long it may take; left out, what one call may. */
  readonly limitMs?: number;
}

interface Service {
  readonly name: string;
  readonly deniedHelp: HelpTopicId;
}

/** How long one call may take, its retry included, before the person is told. */
const callLimitMs = 20_000;

/**
 * Makes one call of a cloud service and tells its failure in the user's words.
 *
 * @throws AppError `sign-in-required`, `access-denied` with `missing`, `not-found`, `unreachable` (no network,
 *   throttled, or the service's own failure), `timed-out`, `cancelled`, `unexpected`.
 */
export async function callService<T>(
  service: Service,
  asked: CallPurpose,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { limitMs = callLimitMs } = asked;
  const limit = AbortSignal.timeout(limitMs);
  try {
    asked.signal.throwIfAborted();
    return await call(AbortSignal.any([asked.signal, limit]));
  } catch (error) {
    if (asked.signal.aborted) throw new AppError('cancelled', `Cancelled while ${asked.purpose}.`);
    if (isAppError(error)) throw error;
    if (limit.aborted) {
      throw new AppError(
        'timed-out',
        `${service.name} did not answer within ${limitMs / 1000} seconds while ${asked.purpose}.`,
        { help: 'no-network' },
      );
    }
    throw explain(service, asked, error) ?? error;
  }
}

/** The parts of the SDKs' RestError we read. Checked by shape, so that no SDK is loaded to explain a failure. */
interface RestFailure extends Error {
  readonly code?: string;
  readonly statusCode?: number;
  readonly response?: { readonly headers: { get(name: string): string | undefined } };
}

function isRestFailure(error: unknown): error is RestFailure {
  return error instanceof Error && error.name === 'RestError';
}

function explain(service: Service, { purpose, right }: CallPurpose, error: unknown): AppError | null {
  if (error instanceof NotJson) {
    return new AppError(
      'unreachable',
      `Something between this PC and ${service.name} answered with a web page while ${purpose}: a proxy or a sign-in page of the network.`,
      { help: 'no-network', cause: error },
    );
  }
  if (!isRestFailure(error)) return null;

  const cause = withoutRequest(error);
  switch (error.statusCode) {
    case undefined:
      return unreachable(service, purpose, error, cause);
    case 401:
      return new AppError('sign-in-required', notAccepted(service, purpose, error), {
        cause,
        help: 'sign-in-again',
      });
    case 403:
      return new AppError('access-denied', `${service.name} denied access while ${purpose}.`, {
        cause,
        missing: right,
        help: service.deniedHelp,
      });
    case 404:
      return new AppError('not-found', `${service.name} knows no such thing while ${purpose}.`, { cause });
    case 429:
      return new AppError('unreachable', throttled(service, purpose, error), { cause });
    default:
      return explainOther(service, purpose, error, cause);
  }
}

function notAccepted(service: Service, purpose: string, { code, response }: RestFailure): string {
  if (code !== 'InvalidAuthenticationTokenTenant') {
    return `${service.name} no longer accepts your sign-in while ${purpose}. Sign in again.`;
  }
  const challenge = response?.headers.get('www-authenticate') ?? '';
  const tenant = /authorization_uri="https:\/\/[^/"]+\/([^/"]+)/.exec(challenge)?.[1];
  return `Another tenant${tenant ? `, ${tenant},` : ''} than the one you are signed in to was met while ${purpose}. Sign in to that tenant.`;
}

function explainOther(
  service: Service,
  purpose: string,
  { statusCode = 0, code }: RestFailure,
  cause: Error,
): AppError {
  if (statusCode === 200) {
    return new AppError(
      'unreachable',
      `The answer of ${service.name} could not be understood while ${purpose}.`,
      { cause },
    );
  }
  if (statusCode >= 500) {
    return new AppError(
      'unreachable',
      `${service.name} had a failure of its own (${statusCode}) while ${purpose}. Try again later.`,
      { cause },
    );
  }
  const reason = code ? `${statusCode}, ${code}` : String(statusCode);
  return new AppError('unexpected', `${service.name} refused (${reason}) while ${purpose}.`, { cause });
}

function throttled(service: Service, purpose: string, { response }: RestFailure): string {
  const seconds = response?.headers.get(retryAfterSecondsHeader);
  const when = seconds ? `in ${seconds} seconds` : 'in a moment';
  return `${service.name} had too many requests while ${purpose}. Try again ${when}.`;
}

function unreachable(service: Service, purpose: string, { code }: RestFailure, cause: Error): AppError {
  return new AppError(
    'unreachable',
    `${service.name} could not be reached while ${purpose}: ${reasonFor(code)}`,
    { cause, help: 'no-network' },
  );
}

function reasonFor(code: string | undefined): string {
  if (code === undefined) return 'the connection failed.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return 'its name does not resolve. Is this PC on a network?';
  }
  if (code === 'ECONNREFUSED') return 'the connection was refused.';
  if (/CERT|SIGNATURE|ISSUER/.test(code)) {
    return `its certificate is not trusted (${code}). A proxy that reads encrypted traffic does this.`;
  }
  return `the connection failed (${code}).`;
}

// A RestError holds the whole request, its bearer token included, and causes end up in the log.
function withoutRequest({ code, statusCode, message }: RestFailure): Error {
  return new Error([statusCode, code, message].filter((part) => part !== undefined).join(' '));
}
