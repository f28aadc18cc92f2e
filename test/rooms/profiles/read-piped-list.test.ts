import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readPipedList } from '../../../main/profiles/batch/read-piped-list';
import { mostListBytes } from '../../../shared/profiles/batch/list-text';

const { signal } = new AbortController();
const bytes = (...parts: readonly (string | Buffer)[]) =>
  Readable.from(parts.map((part) => Buffer.from(part)));

describe('a list that is piped in', () => {
  it.each([
    [
      'in UTF-8, a character in two parts',
      bytes('vm\nm', Buffer.of(0xc3), Buffer.of(0xbc), '\n'),
      'vm\nmü\n',
    ],
    ['in UTF-16 with its mark', bytes(Buffer.from('\ufeffvm\nmü\n', 'utf16le')), 'vm\nmü\n'],
    ['in UTF-16 without one', bytes(Buffer.from('vm\nweb-01\n', 'utf16le')), 'vm\nweb-01\n'],
    ['in Windows-1252', bytes(Buffer.from('vm\nmü\n', 'latin1')), 'vm\nmü\n'],
    ['of nothing', bytes(), ''],
  ])('%s is read as a file is', async (_, input, text) => {
    expect((await readPipedList(input, signal)).text).toBe(text);
  });

  const failing = () =>
    new Readable({
      read() {
        this.destroy(Object.assign(new Error('EISDIR'), { code: 'EISDIR' }));
      },
    });
  const endless = () =>
    new Readable({
      read() {
        this.push(Buffer.alloc(mostListBytes / 4, 'a'));
      },
    });
  it.each([
    ['a terminal', () => Object.assign(bytes('vm\n'), { isTTY: true }), 'nothing is piped in'],
    ['a folder', failing, 'what was piped in is a folder'],
    ['a workbook', () => bytes('PK\u0003\u0004'), 'what was piped in is a workbook'],
    [
      'UTF-16 without a mark in letters of its own',
      () => bytes(Buffer.from(`vm,out\nweb-01,${'日本語'.repeat(20)}\n`, 'utf16le')),
      'in an encoding that cannot be told',
    ],
    ['a program', () => bytes('vm\n\0\u0001'), 'what was piped in is no text file'],
    ['what never ends', endless, 'has more than 67,108,864 bytes'],
  ])('%s is refused by name', async (_, input, why) => {
    await expect(readPipedList(input(), signal)).rejects.toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining(why),
    });
  });

  it('is not waited for once somebody cancels', async () => {
    const cancel = new AbortController();
    const reading = readPipedList(new Readable({ read() {} }), cancel.signal);
    cancel.abort();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
