import { consoleText, needsCodePage } from '../../../shared/client-pc/console-text';
import { parseRegistryValues, type RegistryValues, textIn } from '../../../shared/client-pc/registry-values';
import type { ProgramRun, RunProgram } from '../run-program';

/** Programs of Windows by absolute path: a program of the same name elsewhere on PATH is never run. */
export function systemProgram(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): string {
  return `${environment.SystemRoot ?? environment.SYSTEMROOT ?? 'C:\\Windows'}\\System32\\${name}`;
}

export interface SystemPrograms {
  /** The values of one key; none when the key is missing or may not be read, which reg.exe does not tell apart. */
  registryValues(key: string, signal: AbortSignal): Promise<RegistryValues>;
  /** Runs a program of Windows, and gives its text by the system's code page. */
  run(
    name: string,
    argumentsOfProgram: readonly string[],
    signal: AbortSignal,
  ): Promise<{ readonly exitCode: number | null; readonly text: string }>;
}

const codePageKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage';

export function systemPrograms(
  run: RunProgram,
  environment: Readonly<Record<string, string | undefined>>,
): SystemPrograms {
  const start = (name: string, argumentsOfProgram: readonly string[], signal: AbortSignal) =>
    run(systemProgram(environment, name), argumentsOfProgram, { signal });

  // Its digits read the same in every code page.
  const codePage = async (signal: AbortSignal): Promise<string> => {
    const { stdout } = await start('reg.exe', ['query', codePageKey, '/v', 'OEMCP'], signal);
    return textIn(parseRegistryValues(consoleText(stdout, '')), 'OEMCP') ?? '437';
  };
  const textOf = async ({ stdout }: ProgramRun, signal: AbortSignal): Promise<string> =>
    consoleText(stdout, needsCodePage(stdout) ? await codePage(signal) : '437');

  return {
    async registryValues(key, signal) {
      const ran = await start('reg.exe', ['query', key], signal);
      return ran.exitCode === 0 ? parseRegistryValues(await textOf(ran, signal)) : new Map();
    },
    async run(name, argumentsOfProgram, signal) {
      const ran = await start(name, argumentsOfProgram, signal);
      return { exitCode: ran.exitCode, text: await textOf(ran, signal) };
    },
  };
}
