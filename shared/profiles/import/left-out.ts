import { type LeftOut, nameFrom } from './imported';

/** Notes what is not taken over, by a name that can be read. What would be said of every server alike is said once, with how often it stood there. */
export class LeftOutNotes {
  readonly #lines: LeftOut[] = [];
  readonly #alike = new Map<string, { readonly line: LeftOut; times: number }>();

  add(place: string, what: string, because: string): void {
    this.#lines.push({ place, what: nameFrom(what, what), because });
  }

  /** @param file where it stands, over and over. */
  addAlike(file: string, what: string, because: string): void {
    const known = this.#alike.get(what);
    if (known) known.times += 1;
    else this.#alike.set(what, { line: { place: file, what: nameFrom(what, what), because }, times: 1 });
  }

  all(): LeftOut[] {
    const alike = [...this.#alike.values()].map(({ line, times }) =>
      times === 1 ? line : { ...line, what: `${line.what} (${times.toLocaleString('en')} times)` },
    );
    return [...this.#lines, ...alike];
  }
}
