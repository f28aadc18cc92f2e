import { spawnSync } from 'node:child_process';
import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { quoteForPosix, quoteForPowerShell } from '../../../shared/preflight/shell-quote';

it.each([
  ['rg-app', 'rg-app'],
  ['/subscriptions/a/resourceGroups/b', '/subscriptions/a/resourceGroups/b'],
  ['rg (west)', "'rg (west)'"],
  ["o'brien", "'o'\\''brien'"],
  ['$(reboot)', "'$(reboot)'"],
  ['@args', "'@args'"],
  ['', "''"],
])('quotes %j for POSIX shells as %s', (value, quoted) => {
  expect(quoteForPosix(value)).toBe(quoted);
});

it.each([
  ['rg-app', 'rg-app'],
  ["o'brien", "'o''brien'"],
  ['o\u2019brien', "'o\u2019\u2019brien'"],
  ['$env:PATH; reboot', "'$env:PATH; reboot'"],
  ['@args', "'@args'"],
])('quotes %j for PowerShell as %s', (value, quoted) => {
  expect(quoteForPowerShell(value)).toBe(quoted);
});

it('gives a real shell back what went in', () => {
  assert(
    property(string({ maxLength: 40 }), (value) => {
      const argument = value.replaceAll('\0', '');
      const { stdout } = spawnSync('/bin/sh', ['-c', `printf %s ${quoteForPosix(argument)}`], {
        encoding: 'utf8',
      });
      expect(stdout).toBe(argument);
    }),
    { numRuns: 60 },
  );
});
