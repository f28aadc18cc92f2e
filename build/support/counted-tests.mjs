import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** How many tests of a stage passed, failed and were left out. */
export const none = { passed: 0, failed: 0, skipped: 0 };

const Vitest = z
  .object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() })
  .transform(({ numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped }) => ({
    passed,
    failed,
    skipped,
  }));

const Playwright = z
  .object({
    stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  })
  .transform(({ stats: { expected, flaky, unexpected: failed, skipped } }) => ({
    passed: expected + flaky,
    failed,
    skipped,
  }));

/** Reads what vitest's or Playwright's JSON reporter wrote; null where it wrote nothing. */
export async function countedIn(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return null;
  return z.union([Vitest, Playwright]).parse(JSON.parse(text));
}

/** Reads the closing line of a runner of ours: `N passed, N failed`. */
export function countedInText(output) {
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(output) ?? [];
  return passed === undefined ? null : { passed: Number(passed), failed: Number(failed), skipped: 0 };
}
