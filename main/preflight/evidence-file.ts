import { readFile, stat } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { AppError, isAppError } from '../../shared/errors/app-error';
import { type Evidence, largestEvidence, parseEvidence } from '../../shared/preflight/evidence';

/**
 * Writes the evidence whole or not at all, for its owner alone: it names people, machines and addresses.
 *
 * @throws AppError `disk-full`, or `unreadable` with the reason.
 */
export async function saveEvidence(file: string, evidence: Evidence): Promise<void> {
  try {
    await writeFileAtomic(file, `${JSON.stringify(evidence, null, 2)}\n`, { mode: 0o600 });
  } catch (cause) {
    throw saveFailed(file, cause);
  }
}

/**
 * Reads a saved file, which may come from anyone: one that is too large for evidence is not read at all.
 *
 * @throws AppError `not-found`, `unreadable`, or `invalid-request` with what is wrong with it.
 */
export async function loadEvidence(file: string): Promise<Evidence> {
  return parseEvidence(await readText(file));
}

async function readText(file: string): Promise<string> {
  try {
    const about = await stat(file);
    if (!about.isFile()) throw new AppError('unreadable', `${file} is not a file.`);
    if (about.size > largestEvidence) {
      throw new AppError(
        'invalid-request',
        `${file} is too large for evidence: it has ${Math.ceil(about.size / 1_000_000)} MB.`,
      );
    }
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    if (codeOf(cause) === 'ENOENT') throw new AppError('not-found', `There is no evidence file ${file}.`);
    throw new AppError('unreadable', `The evidence file ${file} could not be read (${codeOf(cause)}).`, {
      cause,
    });
  }
}

function saveFailed(file: string, cause: unknown): AppError {
  if (codeOf(cause) === 'ENOSPC') {
    return new AppError('disk-full', `The evidence was not saved: the disk of ${file} is full.`, {
      cause,
      help: 'disk-full',
    });
  }
  return new AppError('unreadable', `The evidence could not be saved as ${file} (${codeOf(cause)}).`, {
    cause,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
