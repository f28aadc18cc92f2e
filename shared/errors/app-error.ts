import type { HelpTopicId } from './help-topics';

export type AppErrorCode =
  | 'access-denied'
  | 'ambiguous'
  | 'cancelled'
  | 'client-failed'
  | 'client-missing'
  | 'conflict'
  | 'disk-full'
  | 'invalid-request'
  | 'not-asked'
  | 'not-configured'
  | 'not-found'
  | 'not-here'
  | 'route-closed'
  | 'sign-in-required'
  | 'still-named'
  | 'timed-out'
  | 'unexpected'
  | 'unreachable'
  | 'unreadable'
  | 'untrusted-sender';

/**
 * A failure we expect, can name, and can help the user out of.
 *
 * `message` says what was being attempted and what stopped it, in words the user may read.
 * `help` names the article that resolves it; `missing` the permission or setting that would.
 * Anything thrown that is not an AppError is a bug: it is logged whole and shown as `unexpected`.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly help: HelpTopicId | undefined;
  readonly missing: string | undefined;

  constructor(
    readonly code: AppErrorCode,
    message: string,
    options: { help?: HelpTopicId; missing?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.help = options.help;
    this.missing = options.missing;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
