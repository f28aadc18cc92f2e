/** What something is now, was before, and was before it was taken back. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly now: Value;
  readonly future: readonly Value[];
  /** What the last change was made to: the next one of the same belongs to it. */
  readonly at: string | null;
}

export function historyOf<Value>(now: Value): History<Value> {
  return { past: [], now, future: [], at: null };
}

/**
 * One more step. Changes of the same place that follow each other are one step: a word typed is taken back
 * as a word.
 *
 * @param at what is changed; null for a step of its own.
 */
export function changed<Value>(history: History<Value>, now: Value, at: string | null): History<Value> {
  const goesOn = at !== null && at === history.at && history.past.length > 0;
  return { past: goesOn ? history.past : [...history.past, history.now], now, future: [], at };
}

/** What comes next is a step of its own, though it be made to the same place. */
export function settled<Value>(history: History<Value>): History<Value> {
  return history.at === null ? history : { ...history, at: null };
}

export function undone<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    at: null,
  };
}

export function redone<Value>(history: History<Value>): History<Value> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, at: null };
}
