import { AppError } from '../../shared/errors/app-error';

/** Where the key of the token cache is kept: the operating system's keychain, or a test's own. */
export interface SecretStore {
  /**
   * @returns null when nothing was kept yet.
   * @throws AppError `not-here` when this system has no keychain that can be used.
   */
  read(): Promise<string | null>;
  write(secret: string): Promise<void>;
  remove(): Promise<void>;
}

const service = 'Entra RDP';
const entryName = 'token-cache-key';

/** A locked keychain may ask the person; without anybody to ask it would wait for ever. */
const patienceMs = 30_000;

/**
 * The keychain: Credential Manager, Keychain or the Secret Service. The native module is loaded at the
 * first use, and its absence means no keychain, not a crash.
 */
export function keychain(name = entryName): SecretStore {
  const entry = async () => {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    // The library falls back to the kernel's keyring, which forgets everything at the next start of the PC.
    return new AsyncEntry(service, name, { linux: { store: 'secret-service' } });
  };
  return {
    read: () => orNotHere(async () => (await entry()).getPassword(AbortSignal.timeout(patienceMs))),
    write: (secret) =>
      orNotHere(async () => (await entry()).setPassword(secret, AbortSignal.timeout(patienceMs))),
    remove: () =>
      orNotHere(async () => {
        await (await entry()).deleteCredential(AbortSignal.timeout(patienceMs));
      }),
  };
}

/** No keychain at all: sign-ins live as long as the process. The demo's is one. */
export const noKeychain: SecretStore = {
  read: () => Promise.reject(notHere()),
  write: () => Promise.reject(notHere()),
  remove: () => Promise.resolve(),
};

async function orNotHere<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw notHere(error);
  }
}

function notHere(cause?: unknown): AppError {
  return new AppError(
    'not-here',
    'This system has no keychain that can be used, so the sign-in is kept for this run only.',
    { cause },
  );
}
