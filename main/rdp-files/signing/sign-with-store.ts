import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error';
import { parseRdp } from '../../../shared/rdp/parse';
import { prepareToSign } from '../../../shared/rdp/signature/prepare';
import type { RunProgram } from '../../client-pc/run-program';
import type { RdpSigner } from './signer';
import { verifyRdp } from './verify';

interface StoreSigning {
  /** SHA-1 (40 digits) or SHA-256 (64) of a certificate with its key in the machine's or the user's store. */
  readonly thumbprint: string;
  /** Absolute. */
  readonly file: string;
  readonly systemRoot: string;
}

/**
 * The command line of Windows' own signer. The option names which thumbprint finds the certificate; it does
 * not choose the digest of the signature.
 *
 * @throws AppError `invalid-request` for a thumbprint that is none.
 */
export function rdpsignCommand({
  thumbprint,
  file,
  systemRoot,
}: StoreSigning): readonly [string, ...string[]] {
  const digits = thumbprint.replace(/[\s:\u200e]/g, '').toUpperCase();
  const option = { 40: '/sha1', 64: '/sha256' }[/^[0-9A-F]*$/.test(digits) ? digits.length : 0];
  if (!option) {
    throw new AppError(
      'invalid-request',
      `“${thumbprint}” is no thumbprint: give the 40 (SHA-1) or 64 (SHA-256) hexadecimal digits that the certificate's details show.`,
      { help: 'rdp-signature-certificate' },
    );
  }
  return [`${systemRoot}\\System32\\rdpsign.exe`, option, digits, '/q', file];
}

/**
 * Signs with a certificate of Windows' own store, whose key need never leave it. The file is signed as a
 * copy in a private folder, and judged before it is handed back.
 *
 * @throws AppError, when signing, `not-here` where Windows has no rdpsign.exe; `client-failed` when it
 *   refuses; `invalid-request` for a file that cannot be signed.
 */
export function createStoreSigner(
  run: RunProgram,
  { thumbprint, systemRoot }: Omit<StoreSigning, 'file'>,
  signal: AbortSignal,
): RdpSigner {
  return async (document) => {
    const { scope, warnings } = prepareToSign(document);
    const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-sign-'));
    try {
      const file = join(folder, 'connection.rdp');
      await writeFile(file, document.bytes, { mode: 0o600 });
      await runSigner(run, rdpsignCommand({ thumbprint, file, systemRoot }), signal);
      const bytes = await readFile(file);
      if (!verifyRdp(parseRdp(bytes), { judgedBy: 'given-roots', certificates: [] }).valid) {
        throw refused("Windows' own signer said it had signed, and left a signature that does not hold");
      }
      return { bytes, scope, warnings };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function runSigner(
  run: RunProgram,
  [program, ...words]: readonly [string, ...string[]],
  signal: AbortSignal,
): Promise<void> {
  const { exitCode } = await run(program, words, { signal, timeoutMs: 60_000 }).catch((cause: unknown) => {
    if (!(cause instanceof AppError) || cause.code !== 'unreadable') throw cause;
    throw new AppError(
      'not-here',
      `The file was not signed: ${program} could not be started. Home editions lack it; sign with --cert and a PFX instead.`,
      { help: 'rdp-signature-certificate', cause },
    );
  });
  if (exitCode === 0) return;
  throw refused(
    `Windows' own signer refused (exit code ${exitCode ?? 'none'}). The certificate with that thumbprint must be in the store with its private key, in time, and for code signing or server authentication`,
  );
}

function refused(why: string): AppError {
  return new AppError('client-failed', `The file was not signed: ${why}.`, {
    help: 'rdp-signature-certificate',
  });
}
