import { parseDsregcmd } from '../../../shared/client-pc/dsregcmd';
import type { RegistryValues } from '../../../shared/client-pc/registry-values';
import { parseSavedCredentials } from '../../../shared/client-pc/saved-credentials';
import { type PolicyKey, policiesFrom, policyKeys } from '../../../shared/client-pc/windows-policies';
import { currentVersionKey, windowsVersionFrom } from '../../../shared/client-pc/windows-version';
import { AppError } from '../../../shared/errors/app-error';
import type { ClientPc } from '../client-pc';
import type { Surroundings } from '../surroundings';
import { findMstsc } from './mstsc';
import { systemPrograms } from './system-programs';

/** A PC with Windows, as its registry and its own programs tell. */
export function windowsPc({ environment, hostName, run }: Surroundings): ClientPc {
  const windows = systemPrograms(run, environment);

  return {
    async describe(signal) {
      const version = windowsVersionFrom(await windows.registryValues(currentVersionKey, signal));
      if (version.build === null) {
        throw new AppError(
          'unreadable',
          'The registry of this PC does not say which build of Windows it is.',
        );
      }
      return { os: 'windows', hostName, ...version };
    },

    async join(signal) {
      const { text } = await windows.run('dsregcmd.exe', ['/status'], signal);
      return parseDsregcmd(text);
    },

    async policies(signal) {
      const keys = Object.entries(policyKeys) as [PolicyKey, string][];
      const values = await Promise.all(
        keys.map(async ([name, key]) => [name, await windows.registryValues(key, signal)] as const),
      );
      return policiesFrom(Object.fromEntries(values) as Record<PolicyKey, RegistryValues>);
    },

    async savedCredentials(signal) {
      const { exitCode, text } = await windows.run('cmdkey.exe', ['/list'], signal);
      if (exitCode !== 0) {
        throw new AppError(
          'unreadable',
          `Windows would not list its saved credentials (cmdkey ended with ${exitCode ?? 'a signal'}).`,
        );
      }
      return parseSavedCredentials(text);
    },

    async rdpClients() {
      return findMstsc(environment);
    },
  };
}
