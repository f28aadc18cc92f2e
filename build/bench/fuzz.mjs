// Ten million mutated .rdp files, or as many as --runs says. The seed is another one than in npm test.
import { fuzzRdp } from '../fuzz.mjs';
import { judged } from './numbers.mjs';

export const title = 'Mutated .rdp files';

export async function measure({ runs: count = 10_000_000 } = {}) {
  const { done, failed, seconds } = await fuzzRdp({ count, seed: 10_000_000 });
  console.log(
    `${done.toLocaleString('en')} in ${seconds.toFixed(0)} s, ${Math.round(done / seconds).toLocaleString('en')} a second`,
  );
  return [judged('crashes, hangs and lost bytes', failed, 0, { unit: 'files' })];
}
