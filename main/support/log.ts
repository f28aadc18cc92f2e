import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { logFolder } from '../settings/folders';
import { redactText, redactValue } from './redact';

/** What happened, for support. Everything goes through the redaction: there is no other way in. */
export interface Log {
  /** Where it is written; the file appears with the first line. */
  readonly file: string;
  info(message: string, details?: unknown): void;
  warn(message: string, error?: unknown): void;
  /** Something we did not foresee, whole. */
  bug(error: unknown): void;
}

/** Logs of earlier starts that are kept. */
const keptLogs = 10;

/** A log of its own for each start; older ones are swept when the first line is written. */
export function openLog(folder: string, startedAt = new Date()): Log {
  const stamp = startedAt.toISOString().replaceAll(':', '-').replace(/\..*$/, '');
  const file = join(folder, `entra-rdp-${stamp}-${process.pid}.log`);
  let logger: Logger | null = null;
  const open = () => {
    logger ??= openFile(folder, file);
    return logger;
  };
  return {
    file,
    info: (message, details) => open().info({ details: redactValue(details) }, redactText(message)),
    warn: (message, error) => open().warn({ error: redactValue(error) }, redactText(message)),
    bug: (error) => open().error({ error: redactValue(error) }, 'A bug'),
  };
}

function openFile(folder: string, file: string): Logger {
  const options = { base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweep(folder);
    // Written at once: the terminal ends soon after, and a crash must not take the last lines along.
    const destination = pino.destination({ dest: file, sync: true, mode: 0o600 });
    destination.on('error', () => undefined);
    return pino(options, destination);
  } catch {
    // A log that cannot be written, as on a full disk, must not become the next failure.
    return pino({ ...options, enabled: false });
  }
}

function sweep(folder: string): void {
  const logs = readdirSync(folder).filter((name) => /^entra-rdp-.*\.log$/.test(name));
  for (const old of logs.toSorted().slice(0, -keptLogs + 1)) rmSync(join(folder, old), { force: true });
}

let ofThisStart: Log | null = null;

/** The log of this start, in the folder of this system. */
export function log(): Log {
  ofThisStart ??= openLog(logFolder());
  return ofThisStart;
}

export function logBug(error: unknown): void {
  log().bug(error);
}
