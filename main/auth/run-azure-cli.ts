import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { AppError } from '../../shared/errors/app-error';

interface AzureCliAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the Azure CLI with an argument array.
 *
 * @throws AppError `not-here` when it is not installed; `cancelled`; `timed-out`.
 */
export type RunAzureCli = (args: readonly string[], signal?: AbortSignal) => Promise<AzureCliAnswer>;

/** A program and the arguments that come before ours. */
export interface AzureCliCommand {
  readonly file: string;
  readonly before: readonly string[];
}

export interface CliSystem {
  readonly platform: NodeJS.Platform;
  readonly path: string;
  readonly isExecutable: (file: string) => Promise<boolean>;
}

const timeoutMs = 60_000;

/**
 * Where the Azure CLI is. Only absolute folders of PATH are looked into: a file of that name in the
 * current folder is not ours to start.
 *
 * On Windows `az.cmd` is a batch file, which cannot be started without a shell that would read our
 * arguments again. It does no more than call the Python beside it, so that is called here directly.
 */
export async function findAzureCli({
  platform,
  path,
  isExecutable,
}: CliSystem): Promise<AzureCliCommand | null> {
  const isWindows = platform === 'win32';
  const folders = path
    .split(isWindows ? ';' : delimiter)
    .map((folder) => folder.replace(/[\\/]+$/, ''))
    .filter((folder) => isAbsoluteOn(isWindows, folder));
  for (const folder of folders) {
    if (isWindows) {
      const python = windowsPython(folder);
      if ((await isExecutable(`${folder}\\az.cmd`)) && (await isExecutable(python)))
        return { file: python, before: ['-IBm', 'azure.cli'] };
    } else if (await isExecutable(join(folder, 'az'))) {
      return { file: join(folder, 'az'), before: [] };
    }
  }
  return null;
}

function isAbsoluteOn(isWindows: boolean, folder: string): boolean {
  return isWindows ? /^[a-z]:\\/i.test(folder) : isAbsolute(folder);
}

/** The installer puts `az.cmd` into `wbin` and Python beside that folder. */
function windowsPython(folder: string): string {
  return `${folder.replace(/\\[^\\]*$/, '')}\\python.exe`;
}

/** The Azure CLI of this PC, looked for at the first use. */
export function azureCli(system: CliSystem = thisSystem()): RunAzureCli {
  let finding: Promise<AzureCliCommand | null> | null = null;
  return async (args, signal) => {
    finding ??= findAzureCli(system);
    const command = await finding;
    if (!command)
      throw new AppError(
        'not-here',
        'The Azure CLI was not found on this PC, so its sign-in cannot be used. Install it, or sign in with the browser.',
      );
    return run(command, args, signal);
  };
}

function thisSystem(): CliSystem {
  return {
    platform: process.platform,
    path: process.env.PATH ?? '',
    isExecutable: (file) =>
      access(file, constants.X_OK).then(
        () => true,
        () => false,
      ),
  };
}

function run(
  { file, before }: AzureCliCommand,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<AzureCliAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...before, ...args], {
      // The installer's folder, never the current one: Python and the loader look beside themselves.
      cwd: dirname(file),
      env: { ...process.env, AZURE_CORE_NO_COLOR: 'true', AZURE_CORE_ONLY_SHOW_ERRORS: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      timeout: timeoutMs,
      ...(signal && { signal }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', (cause) =>
      reject(
        signal?.aborted
          ? new AppError('cancelled', 'The Azure CLI was stopped.')
          : new AppError('unexpected', 'The Azure CLI could not be started.', { cause }),
      ),
    );
    child.on('close', (exitCode) => {
      if (exitCode === null)
        reject(
          new AppError('timed-out', 'The Azure CLI gave no answer within a minute. Try az account show.'),
        );
      else resolve({ exitCode, stdout, stderr });
    });
  });
}
