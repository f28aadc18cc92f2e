import { applyEdits, settingFrom } from '../../../../shared/rdp/edits';
import { lintRdp } from '../../../../shared/rdp/lint/lint';
import { parseRdp } from '../../../../shared/rdp/parse';

interface Changed {
  readonly bytes: Uint8Array;
  /** What speaks against the settings that were asked for. */
  readonly warnings: readonly string[];
}

/**
 * Puts a person's settings into a file of ours, and lints the result.
 *
 * @throws AppError `invalid-request` at once for a setting that is none, before anything is composed.
 */
export function withSettings(texts: readonly string[]): (bytes: Uint8Array) => Changed {
  const set = texts.map(settingFrom);
  return (bytes) => {
    if (set.length === 0) return { bytes, warnings: [] };
    const { document } = applyEdits(parseRdp(bytes), { set, remove: [] });
    const warnings = lintRdp(document)
      .filter(({ severity }) => severity === 'high' || severity === 'medium')
      .map(({ found }) => found);
    return { bytes: document.bytes, warnings };
  };
}
