import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../main/cli/output';
import { AppError } from '../../../shared/errors/app-error';

function streams(isTerminal: boolean) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: isTerminal,
    write: (text: string) => {
      written[name] += text;
    },
  });
  return { written, streams: { stdout: stream('stdout'), stderr: stream('stderr'), noColor: false } };
}

describe('with --json', () => {
  it('puts one document on stdout and nothing else anywhere', () => {
    const { written, streams: to } = streams(true);
    const output = createOutput(to, true);
    output.progress('checking 1 of 44');
    output.note('a remark');
    output.answer({ route: 'password' }, () => 'never');
    expect(JSON.parse(written.stdout)).toEqual({ route: 'password' });
    expect(written.stderr).toBe('');
  });

  it('writes what could steer a terminal as JSON can: nothing is lost, and nothing steers', () => {
    const { written, streams: to } = streams(true);
    const hostile = { name: '\u009b31m\u001b[2J\u202egpj\u{e0041}é😀' };
    createOutput(to, true).answer(hostile, () => 'never');
    expect(JSON.parse(written.stdout)).toEqual(hostile);
    expect(written.stdout).toMatch(/^[\n -~é😀]*$/u);
  });

  it('puts an error on stdout as a document and on stderr as a sentence', () => {
    const { written, streams: to } = streams(false);
    createOutput(to, true).error(new AppError('access-denied', 'You may not.', { missing: 'Reader' }));
    expect(JSON.parse(written.stdout)).toEqual({
      error: { code: 'access-denied', message: 'You may not.', help: null, missing: 'Reader' },
    });
    expect(written.stderr).toBe('You may not.\n');
  });
});

describe('for a person', () => {
  it('shows progress only on a terminal', () => {
    const piped = streams(false);
    createOutput(piped.streams, false).progress('checking');
    expect(piped.written.stderr).toBe('');

    const seen = streams(true);
    createOutput(seen.streams, false).progress('checking');
    expect(seen.written.stderr).toContain('checking');
    expect(seen.written.stdout).toBe('');
  });

  it('names the article of an error', () => {
    const { written, streams: to } = streams(false);
    createOutput(to, false).error(new AppError('unreachable', 'No network.', { help: 'no-network' }));
    expect(written).toEqual({ stdout: '', stderr: 'No network.\nMore: entra-rdp explain no-network\n' });
  });

  it('paints only a terminal', () => {
    expect(createOutput(streams(false).streams, false).paint('red', 'x')).toBe('x');
    expect(createOutput({ ...streams(true).streams, noColor: true }, false).paint('red', 'x')).toBe('x');
    expect(createOutput(streams(true).streams, false).paint('red', 'x')).toContain('\u001b[31mx');
  });

  it('shows what would steer the terminal, whoever wrote it', () => {
    const hostile = 'web\u001b[2J\u0007\r\u202e-01';
    const shown = 'web‹U+001B›[2J‹U+0007›‹U+000D›‹U+202E›-01';
    const { written, streams: to } = streams(true);
    const output = createOutput(to, false);
    output.answer(null, () => `${output.paint('red', hostile)}\n${output.paint('bold', 'two')}`);
    output.note(hostile);
    output.error(new AppError('not-found', hostile));
    expect(written.stdout).toContain(`\u001b[31m${shown}\u001b[39m\n\u001b[1mtwo\u001b[22m\n`);
    expect(written.stderr.replaceAll('\r\u001b[K', '')).toBe(`${shown}\n${shown}\n`);
  });
});
