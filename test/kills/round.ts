import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary } from '../../main/profiles/layout';
import type { Library } from '../../main/profiles/library';
import { openLibrary } from '../../main/profiles/open-library';
import { randomFor } from '../fuzz/random';
import { bytesOf, isWhole, places, profileNamed, type Told } from './entries';

interface Run {
  /** The bundled child. */
  readonly child: string;
  /** A folder of this run's own. */
  readonly folder: string;
  readonly seed: number;
  /** This runner takes the rounds `first`, `first + step`, … below `count`. */
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

interface Outcome {
  readonly round: number;
  readonly saves: number;
  /** What was wrong; empty where nothing was. */
  readonly faults: readonly string[];
}

/** Killed after so many saves, and then within the time that one or two more take. */
const mostSaves = 4;
const latestKillMs = 25;
/** Some rounds begin with a folder that is not there, so that its making is killed, too. */
const roundsInOneFolder = 12;
/** So many locks are left to run out by themselves; the others are made to look as if they had. */
const everyWaitedFor = 25;
const oneHourMs = 60 * 60 * 1000;

/** Kills a process that saves, and looks at what it left, again and again. */
export async function runRounds(
  { child, folder, seed, first, step, count }: Run,
  onRound: (outcome: Outcome) => void,
): Promise<void> {
  let state = newState(folder, 0);
  for (let round = first, turn = 0; round < count; round += step, turn += 1) {
    if (turn > 0 && turn % roundsInOneFolder === 0) {
      state = newState(folder, turn);
    }
    await mkdir(folder, { recursive: true });
    const told = await killInTheMiddle(child, state.folder, seed, round);
    const { saves, tries } = take(state, told);
    const faults = await lookAt(state, tries, round % everyWaitedFor === 0);
    onRound({ round, saves, faults });
  }
}

interface State {
  readonly folder: string;
  /** What was acknowledged: names of entries by place. */
  readonly names: Map<string, string | null>;
  readonly setAside: string[];
}

function newState(folder: string, turn: number): State {
  return { folder: join(folder, `library-${turn}`), names: new Map(), setAside: [] };
}

function killInTheMiddle(child: string, folder: string, seed: number, round: number): Promise<string[]> {
  const random = randomFor(seed ^ 0x5bd1e995, round);
  let savesToCome = random.below(mostSaves);
  const killAfterMs = random.below(latestKillMs * 1000) / 1000;
  let isKilled = false;
  return new Promise((resolve, reject) => {
    const process = spawn(globalThis.process.execPath, [child, folder, String(seed), String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    process.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      savesToCome -= part.split('\n').filter((line) => line === 'ready' || line === 'done').length;
      if (savesToCome < 0 && !isKilled) {
        isKilled = true;
        setTimeout(() => process.kill('SIGKILL'), killAfterMs);
      }
    });
    process.once('error', reject);
    process.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(text.split('\n').slice(1, -1));
      else reject(new Error(`The child of round ${round} ended by itself (${code ?? signal}).`));
    });
  });
}

/** Brings the state up to what was acknowledged; gives what was tried and not acknowledged. */
function take(state: State, lines: readonly string[]): { saves: number; tries: Told | null } {
  let tries: Told | null = null;
  let saves = 0;
  for (const line of lines) {
    if (line !== 'done') {
      tries = JSON.parse(line) as Told;
    } else if (tries) {
      state.names.set(keyOf(tries.place), tries.becomes);
      if (tries.setAside !== null) state.setAside.push(tries.setAside);
      tries = null;
      saves += 1;
    }
  }
  return { saves, tries };
}

async function lookAt(state: State, tries: Told | null, isWaitedFor: boolean): Promise<string[]> {
  const library = openLibrary(state.folder, { now: () => Date.now() + oneHourMs });
  const { templates, profiles, problems } = await library.contents();
  const faults = problems.map(({ because }) => because);
  const found = new Map([...templates, ...profiles].map(({ entry }) => [keyOf(entry), entry]));
  for (const place of places) {
    const entry = found.get(keyOf(place));
    const name = entry?.name ?? null;
    const expected = [state.names.get(keyOf(place)) ?? null];
    if (tries && keyOf(tries.place) === keyOf(place)) expected.push(tries.becomes);
    if (!expected.includes(name)) {
      faults.push(`${keyOf(place)} is “${name}”, and should be “${expected.join('” or “')}”.`);
    }
    if (entry && !isWhole(entry)) faults.push(`${keyOf(place)} is not whole.`);
    state.names.set(keyOf(place), name);
  }
  for (const { entry } of profiles) {
    if (entry.files.length === 0) continue;
    const bytes = await library.keptFile(entry, 'web-account');
    if (Buffer.compare(bytes, bytesOf(entry.name)) !== 0) faults.push(`The file of ${entry.id} is another.`);
  }
  const names = await readdir(state.folder, { recursive: true }).catch(() => []);
  const left = names.filter((name) => isTemporary(name.slice(name.lastIndexOf('/') + 1)));
  if (left.length > 0) faults.push(`Left behind: ${left.join(', ')}.`);
  faults.push(...(await missingAside(state)));
  if (!isWaitedFor) await runOut(state.folder);
  faults.push(...(await saveOnce(library, state)));
  return faults;
}

async function missingAside({ folder, setAside }: State): Promise<string[]> {
  const aside = join(folder, 'set-aside');
  const names = await readdir(aside).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(aside, name), 'utf8')));
  return setAside
    .filter((name) => !texts.some((text) => text.includes(JSON.stringify(name))))
    .map((name) => `“${name}” was set aside, and is not there.`);
}

/** The next program must not be kept waiting by the one that was killed. */
async function saveOnce(library: Library, state: State): Promise<string[]> {
  const name = `looked at ${state.names.size} at ${state.setAside.length}`;
  const before = await library.read('profile', 'web-01').catch(() => null);
  try {
    await library.save(profileNamed('web-01', name), { basedOn: before?.revision ?? null });
    state.names.set('profile web-01', name);
    return [];
  } catch (error) {
    return [`Nothing could be saved afterwards: ${String(error)}`];
  }
}

async function runOut(folder: string): Promise<void> {
  await utimes(join(folder, '.lock'), 0, 0).catch(() => undefined);
}

function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}
