import type { ExitExplanation } from '../../shared/launch/exit';
import {
  clientLogs,
  explainEvents,
  parseWindowsEvents,
  type WindowsEvent,
} from '../../shared/launch/windows-events';
import { type RunProgram, runProgram } from '../client-pc/run-program';
import { systemPrograms } from '../client-pc/windows/system-programs';

/**
 * How the connection that began at `since` (ISO time) ended, as Windows wrote it down; null where its logs
 * say nothing of it or may not be read, which is no reason to complain.
 */
export async function explainFromEventLogs(
  since: string,
  signal: AbortSignal,
  run: RunProgram = runProgram,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ExitExplanation | null> {
  const windows = systemPrograms(run, environment);
  const query = `*[System[TimeCreated[@SystemTime>='${since}']]]`;
  const eventsOf = async (log: string): Promise<WindowsEvent[]> => {
    const { exitCode, text } = await windows
      .run('wevtutil.exe', ['qe', log, `/q:${query}`, '/f:xml', '/c:200', '/uni:true'], signal)
      .catch(() => ({ exitCode: null, text: '' }));
    return exitCode === 0 ? parseWindowsEvents(text) : [];
  };
  const [rdpClient, entra] = await Promise.all([eventsOf(clientLogs.rdpClient), eventsOf(clientLogs.entra)]);
  return explainEvents(rdpClient, entra);
}
