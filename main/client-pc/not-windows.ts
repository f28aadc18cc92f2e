import { AppError } from '../../shared/errors/app-error';
import type { ClientPc } from './client-pc';

/** What only Windows has. */
export const onlyOnWindows: Pick<ClientPc, 'join' | 'policies' | 'savedCredentials'> = {
  join: () => refuse('Joining a PC to Entra ID is'),
  policies: () => refuse('Policies for the RDP client are'),
  savedCredentials: () => refuse('Saved credentials for the RDP client are'),
};

/** A description without a Windows build. */
export const noWindowsVersion = {
  build: null,
  revision: null,
  edition: null,
  installationType: null,
} as const;

function refuse(what: string): Promise<never> {
  return Promise.reject(
    new AppError('not-here', `${what} a matter of Windows, and this PC does not run it.`),
  );
}
