import { catalogue } from '../catalogue';

const farthest = 2;
const names = catalogue.map(({ name }) => ({ name, bare: withoutBlanks(name) }));

/** The property whose name is at most two letters away; null where there is none. */
export function nearestName(name: string): string | null {
  const bare = withoutBlanks(name);
  if (bare.length < 5 || bare.length > 60) return null;
  return names.find((known) => areNear(known.bare, bare))?.name ?? null;
}

function withoutBlanks(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '');
}

function areNear(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= farthest && distance(a, b) <= farthest;
}

// Levenshtein's, a row at a time; it stops when no end can be near any more.
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > farthest) return least;
    row = next;
  }
  return row[b.length] ?? 0;
}
