import type { SignedRecord } from './records';
import { signedMessage } from './signed-message';
import type { SignedPart } from './signed-part';
import type { Verification } from './verification';

type Change = Verification['changed'][number];

/** Beyond this an answer is not worth its time: each trial is a hash of the message and an RSA verification. */
const most = { trials: 1000, characters: 16_000_000 };

/**
 * Which covered line was changed after signing, told by putting likely earlier values back until the
 * signature holds: another line of that name, the other address, a switch's other settings. Only one line
 * at a time is tried; empty means that it cannot be told.
 */
export function changedSince(
  part: SignedPart,
  everyRecord: readonly SignedRecord[],
  holds: (message: string) => boolean,
): Change[] {
  const texts = part.records.map(({ text }) => text);
  const length = texts.reduce((sum, text) => sum + text.length, part.scopeLine.length);
  const mostTrials = Math.min(most.trials, most.characters / length);
  let trials = 0;
  for (const [index, record] of part.records.entries()) {
    for (const value of earlierValues(record, everyRecord)) {
      if (++trials > mostTrials) return [];
      const text = withValue(record, value);
      if (holds(signedMessage(texts.with(index, text), part.scopeLine))) {
        return [{ name: record.name, line: record.line, was: value, is: record.value }];
      }
    }
  }
  return [];
}

function earlierValues(record: SignedRecord, everyRecord: readonly SignedRecord[]): ReadonlySet<string> {
  const others = everyRecord.filter(({ name }) => name === record.name).map(({ value }) => value);
  const likely = record.type.toLowerCase() === 'i' ? switchSettings : likelyTexts(record, everyRecord);
  const values = new Set([...others, ...likely]);
  values.delete(record.value);
  return values;
}

const switchSettings = ['0', '1', '2', '3', '4', '5', '6', '7', '3389', '443'];

function likelyTexts({ name, value }: SignedRecord, everyRecord: readonly SignedRecord[]): string[] {
  const addresses = everyRecord
    .filter((other) => /^(alternate )?full address$/.test(other.name) && /address$/.test(name))
    .flatMap((other) => [other.value, other.value.replace(/:\d+$/, '')]);
  return [...addresses, '', '*', value.trim(), value.toLowerCase(), value.toUpperCase()];
}

function withValue({ text, value }: SignedRecord, earlier: string): string {
  return text.slice(0, text.length - value.length) + earlier;
}
