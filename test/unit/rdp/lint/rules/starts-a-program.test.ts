import { expect, it } from 'vitest';
import { startsAProgram } from '../../../../../shared/rdp/lint/rules/starts-a-program';
import { lookAt, seen } from '../look-at';

it.each([
  ['an empty line', ['alternate shell:s:'], []],
  ['the alias of a RemoteApp', ['remoteapplicationmode:i:1', 'alternate shell:s:||app'], []],
  ['a program', ['alternate shell:s:cmd.exe /c calc'], [seen('high', 1, '“cmd.exe /c calc”')]],
  ['an alias without RemoteApp', ['alternate shell:s:||app'], [seen('high', 1, '||app')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(startsAProgram, lines)).toEqual(observations);
});
