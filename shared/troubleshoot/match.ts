import { areAlike, wordsOf } from './alike-words';
import { codesIn, type FoundCode } from './codes-in-text';
import type { KnownSymptom } from './known-symptom';
import type { ExplainedSymptom } from './symptom';
import { symptoms } from './symptoms';
import { codeFamilies, unknownAadsts } from './symptoms/families';

/** Share of a message's weight that must be in the text, or of the text's in the message, to know it. */
const known = 0.75;
const near = 0.35;
/** Of a pasted log only so much is compared word by word. */
const mostWords = 400;
const mostMatches = 5;

/**
 * What a code or the words of a dialog mean, the best match first.
 *
 * Codes decide where there are any that we know, then the words. Where neither is known, the nearest are
 * given with `isNearest`; an empty list says that nothing comes near. Never throws.
 */
export function explain(query: string): ExplainedSymptom[] {
  const codes = codesIn(query);
  const byCode = unique(codes.flatMap(withCode));
  const byWords = likeness(query);
  const sure = unique([
    ...byCode,
    ...byWords.filter(({ score }) => score >= known).map(({ symptom }) => symptom),
  ]);
  if (sure.length)
    return withoutWrappers(sure)
      .slice(0, mostMatches)
      .map((symptom) => explained(symptom, false));

  const nearest = [
    ...unique(codes.flatMap(familyOf)),
    ...byWords.filter(({ score }) => score >= near).map(({ symptom }) => symptom),
  ];
  return nearest.slice(0, 3).map((symptom) => explained(symptom, true));
}

function withCode({ value, kinds }: FoundCode): KnownSymptom[] {
  return kinds.flatMap((kind) =>
    symptoms.filter(({ codes }) => codes.some((code) => code.kind === kind && code.value === value)),
  );
}

function familyOf({ value, kinds }: FoundCode): KnownSymptom[] {
  if (kinds[0] === 'aadsts') return [unknownAadsts];
  return codeFamilies.filter(({ has }) => has(value)).map(({ symptom }) => symptom);
}

// The VM extension wraps the code that tells into one that does not.
function withoutWrappers(matches: readonly KnownSymptom[]): readonly KnownSymptom[] {
  const telling = matches.filter(({ id }) => id !== 'extension-1007');
  return telling.length ? telling : matches;
}

interface Message {
  readonly symptom: KnownSymptom;
  readonly words: readonly string[];
}

const messages: readonly Message[] = symptoms.flatMap((symptom) =>
  symptom.words.map((message) => ({ symptom, words: [...new Set(wordsOf(message))] })),
);

interface Likeness {
  readonly symptom: KnownSymptom;
  readonly score: number;
}

function likeness(query: string): Likeness[] {
  const asked = [...new Set(wordsOf(query.slice(0, 20000)))].slice(0, mostWords);
  if (!asked.length) return [];
  const alike = wordsAlike(asked);
  const best = new Map<KnownSymptom, number>();
  for (const { symptom, words } of messages) {
    best.set(symptom, Math.max(best.get(symptom) ?? 0, scoreOf(words, asked, alike)));
  }
  return [...best].map(([symptom, score]) => ({ symptom, score })).toSorted((a, b) => b.score - a.score);
}

/** For each word of our messages, those of the text that are alike: messages share many words. */
function wordsAlike(asked: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const vocabulary = new Set(messages.flatMap(({ words }) => words));
  return new Map([...vocabulary].map((word) => [word, asked.filter((other) => areAlike(word, other))]));
}

/** 1 where all of a message is in the text; also where a text of some length is all in the message. */
function scoreOf(
  words: readonly string[],
  asked: readonly string[],
  alike: ReadonlyMap<string, readonly string[]>,
): number {
  const found = words.filter((word) => alike.get(word)?.length);
  const share = weightOf(found) / weightOf(words);
  const meant = [...new Set(found.flatMap((word) => alike.get(word) ?? []))];
  const isPartOfIt = found.length >= 3 && weightOf(found) >= 8;
  return Math.max(share, isPartOfIt ? (weightOf(meant) / weightOf(asked)) * 0.95 : 0);
}

// Long words tell more than short ones, which every sentence has.
function weightOf(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + (length <= 3 ? 0.5 : Math.min(length, 10) / 2), 0);
}

function unique(matches: readonly KnownSymptom[]): KnownSymptom[] {
  return [...new Map(matches.map((symptom) => [symptom.id, symptom])).values()];
}

function explained({ id, cause, remedy, help, source }: KnownSymptom, isNearest: boolean): ExplainedSymptom {
  return { id, cause, remedy, help, source, isNearest };
}
