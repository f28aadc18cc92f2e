import type { IndexedVm } from './search-index';

/** Places in a list, in its order. */
export type Places = Uint32Array;

/** What a filter finds in one list. */
export interface Search {
  /** Where the VMs are that hold every word of the filter, among all or some places. */
  places(filter: string, among?: Places): Places;
  /** The same places, those first whom the filter calls by name: Enter opens the first row. */
  calledFirst(places: Places, filter: string): Places;
}

const searches = new WeakMap<readonly IndexedVm[], Search>();

/** Made when it is first asked for, and kept for as long as the list is. */
export function searchOf(rows: readonly IndexedVm[]): Search {
  const search = searches.get(rows) ?? createSearch(rows);
  searches.set(rows, search);
  return search;
}

/**
 * Looks through the texts of all rows as one, from one occurrence of a word to the next: 50,000 strings, read one
 * by one, are waited for longer than they are searched. What many rows have in common is looked at once a word.
 */
function createSearch(rows: readonly IndexedVm[]): Search {
  const text = rows.map((row) => row.text).join('');
  const { starts, everywhere } = placesIn(rows);
  const { kinds, kindOf } = kindsOf(rows);
  const lengths = nameLengthsOf(rows);

  /** The places whose kind or own text holds the word. */
  function placesOf(word: string, among: Places, isKind: Uint8Array): Places {
    const found = new Uint32Array(among.length);
    let count = 0;
    let next = -1;
    // A loop and no `filter`: of typed arrays that costs several times the search.
    for (const place of among) {
      const start = starts[place] ?? 0;
      const isOfKind = isKind[kindOf[place] ?? 0] === 1;
      if (!isOfKind && next < start) next = nextIn(text, word, start);
      if (isOfKind || next < (starts[place + 1] ?? 0)) found[count++] = place;
    }
    return found.subarray(0, count);
  }

  return {
    places: (filter, among = everywhere) =>
      filter
        .toLowerCase()
        .split(/\s+/)
        .filter(Boolean)
        .reduce((places, word) => {
          const isKind = new Uint8Array(kinds.length);
          for (const [number, kind] of kinds.entries()) if (kind.includes(word)) isKind[number] = 1;
          return placesOf(word, places, isKind);
        }, among),

    calledFirst(places, filter) {
      const name = filter.trim().toLowerCase();
      if (!lengths.has(name.length)) return places;
      // A name has a line of its own.
      const called = new Set(placesOf(`\n${name}\n`, places, new Uint8Array(kinds.length)));
      if (called.size === 0) return places;
      return Uint32Array.from([...called, ...places.filter((place) => !called.has(place))]);
    },
  };
}

/** Where a word is next, from `start` on; the end where it is not. */
function nextIn(text: string, word: string, start: number): number {
  const next = text.indexOf(word, start);
  return next < 0 ? text.length : next;
}

interface PlacesOfRows {
  /** Where the text of each row starts in the whole, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly everywhere: Places;
}

function placesIn(rows: readonly IndexedVm[]): PlacesOfRows {
  const starts = new Uint32Array(rows.length + 1);
  const everywhere = new Uint32Array(rows.length);
  let end = 0;
  for (const [place, { text }] of rows.entries()) {
    everywhere[place] = place;
    end += text.length;
    starts[place + 1] = end;
  }
  return { starts, everywhere };
}

interface Kinds {
  /** The different ones. */
  readonly kinds: readonly string[];
  /** Which of them each row is of. */
  readonly kindOf: Uint32Array;
}

function kindsOf(rows: readonly IndexedVm[]): Kinds {
  const numbers = new Map<string, number>();
  const kindOf = new Uint32Array(rows.length);
  for (const [place, { kind }] of rows.entries()) {
    const number = numbers.get(kind) ?? numbers.size;
    numbers.set(kind, number);
    kindOf[place] = number;
  }
  return { kinds: [...numbers.keys()], kindOf };
}

/** A filter of another length calls nobody by name. */
function nameLengthsOf(rows: readonly IndexedVm[]): ReadonlySet<number> {
  const lengths = new Set<number>();
  for (const { vm } of rows) lengths.add(vm.name.length).add(vm.computerName?.length ?? vm.name.length);
  return lengths;
}
