import { AppError, isAppError } from '../../shared/errors/app-error';
import type { Services } from '../services';
import type { CommandContext, ExitCode, OptionValues } from './command';
import { commands } from './commands';
import { exitCodeOf } from './exit-code';
import type { Output } from './output';
import { parseCommandLine } from './program';

/** Reads the words, runs the command they name, and closes what it opened. Never rejects. */
export async function runCommandLine(
  words: readonly string[],
  version: string,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  const line = parseCommandLine(commands, version, words, (text) => process.stdout.write(text));
  if (line.kind === 'answered') return 0;
  if (line.kind === 'usage') {
    output.error({ code: 'invalid-request', message: line.message, help: undefined, missing: undefined });
    return 64;
  }

  const { command, words: given, options } = line.parsed;
  let opened: Promise<Services> | undefined;
  const services = () => (opened ??= openServices(options));
  const context: CommandContext = { words: given, options, output, signal, services };
  try {
    return await command.run(context);
  } catch (error) {
    return await explainFailure(error, output);
  } finally {
    await opened?.then(
      (rooms) => rooms.close(),
      () => {},
    );
  }
}

async function openServices(options: OptionValues): Promise<Services> {
  const { createServices } = await import('../create-services');
  return createServices({
    demo: options.flag('demo') || options.text('demo-file') !== undefined,
    demoFile: options.text('demo-file'),
    demoAccount: options.text('demo-account'),
    cloud: options.text('cloud'),
    tenant: options.text('tenant'),
    baseline: options.text('baseline'),
    libraryFolder: options.text('library'),
    isTerminal: process.stdin.isTTY && !options.flag('json'),
  });
}

// A bug is logged whole and shown as such: its text is for the log, not for a person.
async function explainFailure(error: unknown, output: Output): Promise<ExitCode> {
  if (isAppError(error)) {
    output.error(error);
    return exitCodeOf(error.code);
  }
  const { logBug } = await import('../support/log');
  logBug(error);
  output.error(
    new AppError('unexpected', 'Something went wrong that we did not foresee. Details are in the log.'),
  );
  return 1;
}
