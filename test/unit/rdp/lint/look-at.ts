import { expect } from 'vitest';
import type { PcPolicies } from '../../../../shared/client-pc/this-pc';
import { lintFileOf } from '../../../../shared/rdp/lint/lint-file';
import type { LintRule, Observation, Severity } from '../../../../shared/rdp/lint/rule';
import { parseRdp } from '../../../../shared/rdp/parse';
import { encodeRdp } from '../../../../shared/rdp/serialize';

/** What a rule finds in lines as Windows writes them, or in the bytes of a file. */
export function lookAt(
  rule: LintRule,
  file: readonly string[] | Uint8Array,
  policies: PcPolicies | null = null,
): readonly Observation[] {
  const bytes = file instanceof Uint8Array ? file : encodeRdp(file.map((line) => `${line}\r\n`).join(''));
  return rule.look(lintFileOf(parseRdp(bytes), policies));
}

/** An observation whose sentence holds these words. */
export function seen(severity: Severity, line: number, words: string): unknown {
  return { severity, line, found: expect.stringContaining(words) };
}
