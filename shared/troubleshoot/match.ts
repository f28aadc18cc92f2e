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

interface Likeness {
  readonly symptom: KnownSymptom;
  readonly score: number;
}

function likeness(query: string): Likeness[] {
  const asked = [...new Set(wordsOf(query.slice(0, 20000)))].slice(0, mostWords);
  if (!asked.length) return [];
  return symptoms
    .flatMap((symptom) =>
      symptom.words.length
        ? [{ symptom, score: Math.max(...symptom.words.map((message) => scoreOf(message, asked))) }]
        : [],
    )
    .toSorted((a, b) => b.score - a.score);
}

/** 1 where all of a message is in the text; also where a text of some length is all in the message. */
function scoreOf(message: string, asked: readonly string[]): number {
  const words = [...new Set(wordsOf(message))];
  const found = words.filter((word) => asked.some((other) => areAlike(word, other)));
  const share = weightOf(found) / weightOf(words);
  const meant = asked.filter((word) => found.some((other) => areAlike(word, other)));
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
