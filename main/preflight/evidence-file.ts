import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { AppError } from '../../shared/errors/app-error';
import { type Evidence, largestEvidence, parseEvidence } from '../../shared/preflight/evidence';
import { readBounded } from '../files/read-bounded';
import { expectNoDevice, explained } from '../rdp-files/write-whole';

/**
 * Asked before a run whose evidence is to be saved: what cannot be written must not cost the run.
 *
 * @throws AppError as `saveEvidence`, where that is plain already.
 */
export async function expectPlaceFor(file: string): Promise<void> {
  try {
    await stat(dirname(file));
  } catch (cause) {
    throw explained(file, cause);
  }
  await expectNoDevice({ stat }, file);
  const existing = await stat(file).catch(() => null);
  if (existing?.isDirectory()) {
    throw new AppError(
      'invalid-request',
      `${file} is a folder. Give the name of a file, such as ${file}/evidence.json.`,
    );
  }
}

/**
 * Writes the evidence whole or not at all, for its owner alone: it names people, machines and addresses.
 *
 * @throws AppError `disk-full`, `access-denied` or `not-found`.
 */
export async function saveEvidence(file: string, evidence: Evidence): Promise<void> {
  try {
    await writeFileAtomic(file, `${JSON.stringify(evidence, null, 2)}\n`, { mode: 0o600 });
  } catch (cause) {
    throw explained(file, cause);
  }
}

/**
 * Reads a saved file, which may come from anyone: one that is too large for evidence is not read at all.
 *
 * @throws AppError `not-found`, `access-denied`, `unreadable`, or `invalid-request` with what is wrong with it.
 */
export async function loadEvidence(file: string): Promise<Evidence> {
  const bytes = await readBounded(file, `The evidence file ${file}`, largestEvidence);
  return parseEvidence(new TextDecoder().decode(bytes));
}
