import { expect, it } from 'vitest';
import { runProgram } from '../../../main/client-pc/run-program';

const never = new AbortController().signal;
const node = process.execPath;
const run = (script: string, options: Partial<Parameters<typeof runProgram>[2]> = {}) =>
  runProgram(node, ['-e', script], { signal: never, ...options });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it('gives what a program prints, and how it ended', async () => {
  const { exitCode, stdout, stderr } = await run(
    "process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3",
  );
  expect([exitCode, text(stdout), text(stderr)]).toEqual([3, 'out', 'err']);
});

it('passes arguments as they are, without a shell', async () => {
  const awkward = ['a b', '$(id)', '"quoted"', '%PATH%', '&', '*', 'José 日本'];
  const { stdout } = await runProgram(
    node,
    ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', ...awkward],
    { signal: never },
  );
  expect(JSON.parse(text(stdout))).toEqual(awkward);
});

it('says which program is not there', async () => {
  await expect(runProgram('/no/such/program', [], { signal: never })).rejects.toMatchObject({
    code: 'unreadable',
    message: '/no/such/program could not be started: it is not there.',
  });
});

it('ends a program that gives no answer', async () => {
  await expect(run('setInterval(() => {}, 1000)', { timeoutMs: 200 })).rejects.toMatchObject({
    code: 'timed-out',
  });
});

it('ends a program that prints without end', async () => {
  await expect(
    run("setInterval(() => process.stdout.write('x'.repeat(5000)), 1)", { maxBytes: 20_000 }),
  ).rejects.toMatchObject({ code: 'unreadable' });
});

it('ends a program when nobody waits for it any more', async () => {
  const waiting = new AbortController();
  const running = run('setInterval(() => {}, 1000)', { signal: waiting.signal });
  waiting.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await expect(run('0', { signal: waiting.signal })).rejects.toMatchObject({ code: 'cancelled' });
});
