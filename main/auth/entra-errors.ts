import { AppError, type AppErrorCode, isAppError } from '../../shared/errors/app-error';
import type { HelpTopicId } from '../../shared/errors/help-topics';
import { describePermission } from '../../shared/session/app-permissions';
import type { SignInMethod } from '../../shared/session/session-state';

/** What Entra ID (or MSAL before it got there) said no with. */
export interface EntraProblem {
  /** OAuth's `error`, e.g. `invalid_grant`, or MSAL's own code. */
  readonly error: string;
  readonly suberror: string;
  /** AADSTS numbers named in the description. */
  readonly numbers: readonly number[];
  readonly description: string;
}

/** What was being tried; `purpose` completes "… while". */
export interface Attempt {
  readonly purpose: string;
  readonly method?: SignInMethod;
  /** Permissions of Microsoft Graph the token was for. */
  readonly permissions?: readonly string[];
  /** What the network said last, where MSAL hides it. */
  readonly networkFailure?: Error | null;
  /** What Entra ID said last, where MSAL hides it. */
  readonly refusal?: EntraProblem | null;
}

interface Explanation {
  readonly when: (problem: EntraProblem, attempt: Attempt) => boolean;
  readonly code: AppErrorCode;
  readonly help?: HelpTopicId;
  readonly missing?: (attempt: Attempt) => string;
  readonly sentence: (attempt: Attempt, problem: EntraProblem) => string;
}

const says = (error: string) => (problem: EntraProblem) =>
  problem.error === error || problem.suberror === error;
const numbered =
  (...numbers: number[]) =>
  (problem: EntraProblem) =>
    problem.numbers.some((number) => numbers.includes(number));

/**
 * What each answer means, most particular first. OAuth's `error` and `suberror` decide where they can;
 * Microsoft may change AADSTS numbers, so they only make an explanation more exact.
 *
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes, read 2026-11-22.
 */
const explanations: readonly Explanation[] = [
  {
    when: says('device_code_polling_cancelled'),
    code: 'cancelled',
    sentence: ({ purpose }) => `Stopped while ${purpose}.`,
  },
  {
    when: (problem) =>
      ['device_code_expired', 'user_timeout_reached', 'expired_token', 'code_expired'].includes(
        problem.error,
      ),
    code: 'timed-out',
    help: 'sign-in-again',
    sentence: ({ purpose }) => `The code was not entered in time while ${purpose}. Ask for a new code.`,
  },
  {
    when: (problem) =>
      [
        'network_error',
        'endpoints_resolution_error',
        'openid_config_error',
        'temporarily_unavailable',
      ].includes(problem.error),
    code: 'unreachable',
    help: 'no-network',
    sentence: ({ purpose, networkFailure }) =>
      `Microsoft Entra ID could not be reached while ${purpose}${networkFailure ? ` (${networkFailure.message})` : ''}. ` +
      'Check the network, the proxy and the clock of this PC, then try again.',
  },
  {
    when: numbered(65004),
    code: 'access-denied',
    help: 'sign-in-again',
    sentence: ({ purpose }) =>
      `The permissions were declined on Microsoft's page while ${purpose}. Sign in again and accept them, or ask an admin to.`,
  },
  {
    when: (problem) => says('consent_required')(problem) || numbered(65001, 90093, 90094, 650057)(problem),
    code: 'access-denied',
    help: 'admin-consent',
    missing: ({ permissions }) => describeAll(permissions),
    sentence: ({ purpose, permissions }) =>
      `Nobody has consented to ${describeAll(permissions)} yet, which was needed while ${purpose}. An admin grants it once for everybody.`,
  },
  {
    when: numbered(65002),
    code: 'not-configured',
    help: 'app-registration',
    sentence: ({ purpose }) =>
      `The client id in the settings is one of Microsoft's own, and may not ask for this while ${purpose}. Run setup with the client id of your organisation's own app registration.`,
  },
  {
    when: (problem, { method }) =>
      method === 'device-code' &&
      (problem.error === 'access_denied' ||
        numbered(50199, 53000, 53001, 53002, 53003, 530035, 530036)(problem)),
    code: 'access-denied',
    help: 'blocked-device-code',
    sentence: ({ purpose }) =>
      `Your organisation blocks signing in with a device code, or wants a managed device for it, so it ended while ${purpose}. Sign in with the browser instead.`,
  },
  {
    when: numbered(53000, 53001, 53002, 53003, 53004, 53011, 530035, 50105, 50131, 500212, 500213),
    code: 'access-denied',
    sentence: ({ purpose }, { description }) =>
      `A policy of your organisation refused the sign-in while ${purpose}: ${firstSentence(description)}`,
  },
  {
    when: numbered(50020, 50034),
    code: 'access-denied',
    help: 'account-is-in-the-vms-tenant',
    sentence: ({ purpose }) =>
      `This account is not known in the tenant while ${purpose}. Sign in with an account of that tenant.`,
  },
  {
    when: numbered(50055, 50057, 50144),
    code: 'access-denied',
    sentence: ({ purpose }, { description }) =>
      `The account cannot sign in at present while ${purpose}: ${firstSentence(description)}`,
  },
  {
    when: numbered(90002),
    code: 'not-configured',
    help: 'app-registration',
    sentence: ({ purpose }) =>
      `Microsoft Entra ID knows no such tenant (AADSTS90002), which stopped it while ${purpose}. Check the tenant and the cloud in the set-up.`,
  },
  {
    when: numbered(7000218),
    code: 'not-configured',
    help: 'app-registration',
    sentence: ({ purpose }) =>
      `The app registration does not allow public client flows, so it failed while ${purpose}. An admin turns "Allow public client flows" on.`,
  },
  {
    when: (problem) => says('unauthorized_client')(problem) || numbered(700016, 700011, 50011)(problem),
    code: 'not-configured',
    help: 'app-registration',
    sentence: ({ purpose }, { description }) =>
      `The organisation's set-up does not fit while ${purpose}: ${firstSentence(description)} Run setup again with the file or link of your organisation.`,
  },
  {
    when: numbered(50072, 50074, 50076, 50078, 50079, 50097, 50158),
    code: 'sign-in-required',
    help: 'sign-in-again',
    sentence: ({ purpose }) =>
      `Your organisation asks for multifactor authentication while ${purpose}. Sign in again to give it.`,
  },
  {
    when: (problem) =>
      [
        'interaction_required',
        'login_required',
        'invalid_grant',
        'bad_token',
        'no_tokens_found',
        'refresh_token_expired',
        'no_account_found',
      ].some((error) => says(error)(problem)),
    code: 'sign-in-required',
    help: 'sign-in-again',
    sentence: ({ purpose }) => `Your sign-in ran out or was withdrawn while ${purpose}. Sign in again.`,
  },
  {
    when: (problem) => says('access_denied')(problem) || says('authorization_declined')(problem),
    code: 'access-denied',
    help: 'sign-in-again',
    sentence: ({ purpose }) =>
      `The sign-in was refused while ${purpose}. Try again, or with another account.`,
  },
];

/**
 * Entra ID's no in the user's words. What is no answer of Entra ID is handed back as it is: a bug, or
 * already an AppError.
 */
export function explainEntraError(error: unknown, attempt: Attempt): unknown {
  if (isAppError(error)) return error;
  const problem = problemOf(error, attempt);
  if (!problem) return error;
  const explanation = explanations.find(({ when }) => when(problem, attempt));
  if (!explanation)
    return new AppError(
      'unexpected',
      `Microsoft Entra ID refused while ${attempt.purpose}: ${firstSentence(problem.description) || problem.error}`,
      { cause: error },
    );
  const { code, help, missing, sentence } = explanation;
  return new AppError(code, sentence(attempt, problem), {
    cause: error,
    ...(help && { help }),
    ...(missing && { missing: missing(attempt) }),
  });
}

/** The claims a refused request must be repeated with, as JSON; null where none were asked for. */
export function claimsAskedBy(error: unknown): string | null {
  const claims = error instanceof Error && 'claims' in error ? error.claims : null;
  return typeof claims === 'string' && claims !== '' ? claims : null;
}

/** MSAL's errors are recognised by their shape, so that this table loads without MSAL. */
function problemOf(error: unknown, { refusal }: Attempt): EntraProblem | null {
  if (!(error instanceof Error) || !('errorCode' in error)) return null;
  // While it polls for a device code MSAL passes on the name of the error and nothing else.
  if (error.errorCode === 'post_request_failed' && refusal) return refusal;
  const description = 'errorMessage' in error ? String(error.errorMessage) : error.message;
  return {
    error: String(error.errorCode),
    suberror: 'subError' in error ? String(error.subError) : '',
    numbers: numbersIn(description),
    description,
  };
}

export function numbersIn(description: string): number[] {
  return [...description.matchAll(/AADSTS(\d+)/g)].map(([, number]) => Number(number));
}

function describeAll(permissions: readonly string[] = ['user_impersonation']): string {
  return permissions.map(describePermission).join(', ');
}

/** Entra's text without its trace ids; the first sentence says it, the rest is for support. */
function firstSentence(description: string): string {
  const fromNumber = description.slice(Math.max(0, description.indexOf('AADSTS')));
  const [text = ''] = fromNumber.split(/\s*(?:Trace ID|Correlation ID|Timestamp):/);
  const [sentence = ''] = text.split(/(?<=\.)\s/);
  return sentence.trim();
}
