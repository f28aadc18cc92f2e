import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';
import { Settings } from '../../shared/settings/settings';
import type { SettingsStore } from './settings-store';

const currentVersion = 1;
const lockRetries = { retries: 40, minTimeout: 10, maxTimeout: 200 };

/** Replaces a file as a whole. */
type WriteFile = (file: string, text: string, options: { readonly mode: number }) => Promise<void>;

/**
 * The settings in `settings.json` of `folder`. A file that is damaged, or that a newer version wrote, is
 * named in the error and never written over.
 *
 * @throws AppError from its calls: `unreadable`, `disk-full`, or `timed-out` when another program keeps
 *   the file locked.
 */
export function openSettingsStore(folder: string, write: WriteFile = writeFileAtomic): SettingsStore {
  const file = join(folder, 'settings.json');
  return {
    read: () => readSettings(file),

    async change(change) {
      const release = await lockSettings(file, folder);
      try {
        const changed = Settings.parse(change(await readSettings(file)));
        await write(file, `${JSON.stringify(changed, null, 2)}\n`, { mode: 0o600 });
        return changed;
      } catch (error) {
        throw explainWriting(error, file);
      } finally {
        await release().catch(() => undefined);
      }
    },
  };
}

async function readSettings(file: string): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '{}';
    throw unreadable(file, `it could not be read (${cause.code ?? cause.message})`, cause);
  });
  const raw = parseJson(file, text);
  const { data: version } = z.object({ version: z.number() }).safeParse(raw);
  if (version && version.version > currentVersion)
    throw unreadable(file, `a newer Entra RDP wrote it (version ${version.version}); update this one`);
  const { data, error } = Settings.safeParse(raw);
  if (data) return data;
  throw unreadable(file, `it is not as expected:\n${z.prettifyError(error)}\n`, error);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (cause) {
    throw unreadable(file, 'it is not JSON', cause);
  }
}

function unreadable(file: string, because: string, cause?: unknown): AppError {
  return new AppError(
    'unreadable',
    `The settings in ${file} cannot be used: ${because}. Mend the file, or move it away to start afresh. It was left as it was.`,
    { cause },
  );
}

async function lockSettings(file: string, folder: string): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // A lock that is lost, as when the PC sleeps, would otherwise end the process.
    return await lock(file, { realpath: false, retries: lockRetries, onCompromised: () => undefined });
  } catch (error) {
    if (codeOf(error) === 'ELOCKED')
      throw new AppError(
        'timed-out',
        `Another program keeps the settings in ${file} locked. Close the other Entra RDP, then try again.`,
        { cause: error },
      );
    throw explainWriting(error, file);
  }
}

function explainWriting(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError(
      'disk-full',
      `The disk is full, so the settings in ${file} could not be saved. Nothing was changed.`,
      {
        help: 'disk-full',
        cause: error,
      },
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new AppError(
      'access-denied',
      `The settings in ${file} could not be saved: this account may not write there.`,
      { cause: error },
    );
  return error;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
