import { AppError, isAppError } from '../../../shared/errors/app-error';
import type { Services } from '../../services';
import { whenListed } from '../text/last-list-text';

/** Whether a list could not be read for want of a network or a sign-in, rather than refused. */
export function isOffline(error: unknown): error is AppError {
  return isAppError(error) && ['unreachable', 'timed-out', 'sign-in-required'].includes(error.code);
}

/** The same failure, with the list of an earlier day named where there is one. */
export async function withLastListNamed(
  error: AppError,
  { lastList }: Services,
  signal: AbortSignal,
): Promise<AppError> {
  const head = await lastList.head(signal).catch((fault: unknown) => {
    if (isAppError(fault)) return null;
    throw fault;
  });
  if (!head) return error;
  const { code, help, missing, message } = error;
  return new AppError(
    code,
    `${message} The last list is of ${whenListed(head)}: entra-rdp vms --saved shows it.`,
    { cause: error, ...(help && { help }), ...(missing !== undefined && { missing }) },
  );
}
