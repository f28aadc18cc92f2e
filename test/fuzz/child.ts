import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsFor } from './invariants';
import { inputFor } from './mutate';
import { randomFor } from './random';

/** What a run is told, as JSON in the first argument. */
interface Run {
  readonly corpus: string;
  readonly seed: number;
  /** This process takes the inputs `first`, `first + step`, … */
  readonly first: number;
  readonly step: number;
  readonly count: number | null;
  readonly forMs: number | null;
  /** Where an input that breaks something is kept. */
  readonly failures: string;
}

const {
  corpus: folder,
  seed,
  first,
  step,
  count,
  forMs,
  failures,
} = JSON.parse(process.argv[2] ?? '') as Run;
const corpus = readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name))));
const until = forMs === null ? Number.POSITIVE_INFINITY : performance.now() + forMs;
const last = count ?? Number.POSITIVE_INFINITY;

let [done, failed] = [0, 0];
const tell = (index: number, isOver: boolean) => process.send?.({ index, done, failed, isOver });
tell(first, false);
for (let index = first; index < last && performance.now() < until && failed < 10; index += step) {
  const input = inputFor(randomFor(seed, index), corpus);
  try {
    holdsFor(input);
  } catch (error) {
    failed += 1;
    const file = join(failures, `fuzz-${seed}-${index}.rdp`);
    writeFileSync(file, input);
    process.stderr.write(
      `Input ${index} (kept as ${file}): ${error instanceof Error ? error.stack : String(error)}\n`,
    );
  }
  done += 1;
  if (done % 500 === 0) tell(index, false);
}
tell(0, true);
process.disconnect();
