/** The names most like one that fits none, the nearest first: another letter, two swapped, a part of it. */
export function nearNames(wanted: string, names: Iterable<string>, limit = 5): string[] {
  const goal = wanted.toLowerCase();
  const nearest = new Map<string, number>();
  for (const name of names) {
    const distance = distanceBetween(goal, name.toLowerCase());
    if (distance !== null) nearest.set(name, distance);
  }
  return [...nearest]
    .toSorted(([a, distanceA], [b, distanceB]) => distanceA - distanceB || a.localeCompare(b))
    .slice(0, limit)
    .map(([name]) => name);
}

/** Null where the two have too little in common to be offered. */
function distanceBetween(goal: string, name: string): number | null {
  const allowed = Math.ceil(goal.length / 4);
  const edits = editsBetween(goal, name, allowed);
  if (edits <= allowed) return edits;
  return goal.length >= 3 && (name.includes(goal) || goal.includes(name)) ? allowed + 1 : null;
}

// Levenshtein's distance, given up as soon as it must exceed `most`: it runs over every VM of a tenant.
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replace = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replace, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}
