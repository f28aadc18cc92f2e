import { AppError } from '../../shared/errors/app-error';
import type { ClientPc } from '../client-pc/client-pc';

/** Stands for the PC of somebody who sits elsewhere: nothing of it can be seen from here. */
export function somebodyElsesPc(username: string): ClientPc & {
  passwordSignIn(): Promise<never>;
  signedFiles(): Promise<never>;
} {
  const elsewhere = () =>
    Promise.reject(
      new AppError(
        'not-asked',
        `The PC of ${username} is another one: have them save evidence (--save-evidence FILE) and add it with --evidence.`,
      ),
    );
  return {
    describe: elsewhere,
    join: elsewhere,
    policies: elsewhere,
    savedCredentials: elsewhere,
    rdpClients: elsewhere,
    passwordSignIn: elsewhere,
    signedFiles: elsewhere,
  };
}
