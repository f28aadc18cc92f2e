export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function percentile(numbers, percent) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}

/** `385 ms [365-453]`: the median, and how far the runs lay apart. */
export function spread(numbers, unit) {
  const rounded = [median(numbers), Math.min(...numbers), Math.max(...numbers)].map((number) =>
    number < 10 ? number.toFixed(1) : Math.round(number),
  );
  return `${rounded[0]} ${unit} [${rounded[1]}-${rounded[2]}]`;
}

/**
 * One line of a benchmark's result: a value against its budget, both in the same measure.
 * `isFloor`: more is better.
 */
export function judged(what, value, budget, { unit = 'x', isFloor = false } = {}) {
  const isKept = isFloor ? value >= budget : value <= budget;
  const shown = (number) => (number >= 100 ? Math.round(number) : number.toFixed(2));
  const sign = isFloor ? '≥' : '≤';
  console.log(
    `${isKept ? 'kept' : 'OVER'}  ${what}: ${shown(value)} ${unit} (budget ${sign} ${shown(budget)} ${unit})`,
  );
  return { what, value, budget, isKept };
}
