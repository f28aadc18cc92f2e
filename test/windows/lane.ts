import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as nodeTest } from 'node:test';

/** Where the lane's files are, inside Wine. */
const laneFolder = 'C:\\lane';

/** One case. Node's runner waits for it; nobody else has to. */
export function test(name: string, body: () => Promise<void>): void {
  void nodeTest(name, body);
}

export interface StubRun {
  readonly program: string;
  /** Its arguments. The first comes as an absolute path, as Node takes it for a script's. */
  readonly given: readonly string[];
  /** The bytes of the file it was given, as hexadecimal text. */
  readonly opened: string | null;
}

export interface Stub {
  /** What the stubs were started with since. */
  runs(): StubRun[];
  remove(): void;
}

/**
 * Makes the programs of this process that are stubs (mstsc, dsregcmd, cmdkey) print `output` and end with
 * `exitCode`.
 */
export function stubPrograms({
  output = new Uint8Array(),
  exitCode = 0,
}: {
  readonly output?: Uint8Array | string;
  readonly exitCode?: number;
} = {}): Stub {
  mkdirSync(join(laneFolder, 'runs'), { recursive: true });
  const folder = mkdtempSync(join(laneFolder, 'runs', 'stub-'));
  const record = join(folder, 'record.jsonl');
  writeFileSync(record, '');
  writeFileSync(join(folder, 'output'), output);
  Object.assign(process.env, {
    NODE_OPTIONS: '--require=C:/lane/stub-program.cjs',
    STUB_RECORD: record,
    STUB_OUTPUT: join(folder, 'output'),
    STUB_EXIT_CODE: String(exitCode),
  });
  return {
    runs: () =>
      readFileSync(record, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as StubRun),
    remove: () => {
      for (const name of ['NODE_OPTIONS', 'STUB_RECORD', 'STUB_OUTPUT', 'STUB_EXIT_CODE']) {
        delete process.env[name];
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file of test/fixtures, which the runner lays beside the tests. */
export function fixture(name: string): Buffer {
  return readFileSync(join(laneFolder, 'fixtures', name));
}

export const never = new AbortController().signal;
