import { AppError, type AppErrorCode } from '../errors/app-error';
import type { HelpTopicId } from '../errors/help-topics';

/**
 * How an answer travels. Electron carries only an error's message across processes, so failures
 * cross as data and become AppErrors again on the other side.
 */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly code: AppErrorCode;
      readonly message: string;
      readonly help?: HelpTopicId | undefined;
      readonly missing?: string | undefined;
    };

export async function replyWith(
  work: () => Promise<unknown>,
  logBug: (bug: unknown) => void,
): Promise<Reply> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof AppError)
      return {
        ok: false,
        code: error.code,
        message: error.message,
        help: error.help,
        missing: error.missing,
      };
    logBug(error);
    return {
      ok: false,
      code: 'unexpected',
      message: 'Something went wrong that we did not foresee. Details are in the log.',
    };
  }
}

export function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.value;
  const { code, message, help, missing } = reply;
  throw new AppError(code, message, { ...(help && { help }), ...(missing !== undefined && { missing }) });
}
