import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertRdp } from '../../../shared/rdp/convert';
import { removeSetting, setSetting } from '../../../shared/rdp/edit';
import { lintRdp } from '../../../shared/rdp/lint/lint';
import type { RuleId } from '../../../shared/rdp/lint/rule-id';
import { parseRdp, settingsIn } from '../../../shared/rdp/parse';

const folder = 'test/fixtures/rdp-corpus';
const names = readdirSync(folder).map((name) => name.replace(/\.rdp$/, ''));
const read = (name: string) => parseRdp(new Uint8Array(readFileSync(`${folder}/${name}.rdp`)));

describe.each(names)('%s', (name) => {
  it('has every byte on a line', () => {
    const document = read(name);
    const kept = document.lines.map(({ start, end }) => document.bytes.subarray(start, end));
    const start = document.lines[0]?.start ?? document.bytes.length;
    expect(Buffer.concat([document.bytes.subarray(0, start), ...kept])).toEqual(Buffer.from(document.bytes));
  });

  it('is linted without a word about its secrets', () => {
    const said = JSON.stringify(lintRdp(read(name)));
    expect(said).not.toMatch(/not-a-real|01000000D08C9DDF/);
  });

  it('can be converted', () => {
    const document = read(name);
    if (/surrogates/.test(name)) return;
    for (const encoding of ['utf-16le', 'utf-8'] as const) {
      const again = parseRdp(convertRdp(document, { encoding }));
      expect(settingsIn(again)).toEqual(settingsIn(document));
    }
  });

  it.skipIf(/utf-16le-odd/.test(name))('takes a setting and gives it back', () => {
    const document = read(name);
    const more = setSetting(document, { name: 'frobnicated', type: 'i', value: '7' });
    expect(settingsIn(more).at(-1)).toEqual({ name: 'frobnicated', type: 'i', value: '7' });
    const less = removeSetting(more, 'frobnicated');
    expect(Buffer.from(less.bytes).subarray(0, document.bytes.length)).toEqual(Buffer.from(document.bytes));
    // At most the line end that the last line had not.
    expect(less.bytes.length - document.bytes.length).toBeLessThanOrEqual(4);
  });
});

describe('what is found', () => {
  it.each<[string, readonly RuleId[]]>([
    ['windows-11-saved', []],
    ['windows-11-web-account', []],
    ['windows-11-drives', ['shares-drives', 'shares-cameras']],
    ['windows-7-saved', ['server-not-verified']],
    ['windows-xp-ancient', ['saved-secret', 'shares-drives']],
    ['remoteapp-published', ['shares-drives']],
    ['remoteapp-signed', ['shares-drives']],
    ['signed-in-utf-8', []],
    ['gateway', []],
    ['bastion-issued', ['saved-secret']],
    ['bastion-tunnel', []],
    ['avd-session', []],
    ['remmina-exported', ['server-not-verified']],
    ['freerdp-written', ['saved-secret']],
    [
      'mail-attack',
      ['address-mismatch', 'leaks-variables', 'nla-off', 'server-not-verified', 'shares-drives'],
    ],
    ['hidden-session', ['starts-a-program']],
    ['options', ['injected-option']],
    ['duplicates', ['duplicate-setting', 'server-not-verified']],
    ['misleading', ['misleading-text']],
    ['comments', []],
    ['empty', []],
  ])('high in %s: %j', (name, expected) => {
    const high = lintRdp(read(name)).filter(({ severity }) => severity === 'high');
    expect([...new Set(high.map(({ rule }) => rule))].toSorted()).toEqual(expected.toSorted());
  });

  it.each<[string, string, boolean, number]>([
    ['utf-16le-mark', 'utf-16le', true, 3],
    ['utf-16le-no-mark', 'utf-16le', false, 3],
    ['utf-16be-mark', 'utf-16be', true, 3],
    ['utf-16be-no-mark', 'utf-16be', false, 3],
    ['utf-8-mark', 'utf-8', true, 3],
    ['utf-8-no-mark', 'utf-8', false, 3],
    ['windows-1252', 'windows-1252', false, 3],
    ['utf-16le-odd', 'utf-16le', true, 3],
    ['lf', 'utf-8', false, 3],
    ['cr', 'utf-8', false, 3],
    ['mixed-line-ends', 'utf-8', false, 4],
    ['nul-inside', 'utf-8', false, 3],
    ['line-separators', 'utf-8', false, 2],
    ['windows-11-saved', 'utf-16le', true, 50],
    ['empty', 'utf-8', false, 0],
    ['mark-alone', 'utf-16le', true, 0],
  ])('%s is %s, marked: %s, with %i settings', (name, encoding, hasByteOrderMark, count) => {
    const document = read(name);
    expect(document).toMatchObject({ encoding, hasByteOrderMark });
    expect(settingsIn(document)).toHaveLength(count);
  });
});
