import { describe, expect, it } from 'vitest';
import type { Command, CommandGroup } from '../../../main/cli/command';
import { type Parsed, parseCommandLine } from '../../../main/cli/program';

const explain: Command = {
  name: 'explain',
  argument: { name: '<words...>', description: 'a code' },
  summary: 'what an error means',
  run: async () => 0,
};
const preflight: Command = {
  name: 'preflight',
  argument: { name: '<vm>', description: 'a name' },
  summary: 'say why',
  options: [
    { flags: '--route <route>', description: 'the way', choices: ['web-account', 'password'] },
    { flags: '--evidence <file>', description: 'a file', isRepeatable: true },
  ],
  notes: 'Example: entra-rdp preflight ready-01',
  run: async () => 0,
};

const rdp: CommandGroup = {
  name: 'rdp',
  summary: 'read any .rdp file',
  actions: [
    {
      name: 'lint',
      argument: { name: '<files...>', description: '.rdp files' },
      summary: 'what speaks against a file',
      options: [{ flags: '--sarif', description: 'SARIF' }],
      run: async () => 0,
    },
    { name: 'show', summary: 'what a file says', run: async () => 0 },
  ],
};

function parse(...words: string[]): { line: Parsed; printed: string } {
  let printed = '';
  const line = parseCommandLine([explain, preflight, rdp], '1.2.3', words, (text) => {
    printed += text;
  });
  return { line, printed };
}

function parsed(...words: string[]) {
  const { line } = parse(...words);
  if (line.kind !== 'command') throw new Error(`not a command: ${JSON.stringify(line)}`);
  return line.parsed;
}

describe('every command takes the common options before or after its name', () => {
  it.each([
    ['before', ['--demo', '--json', 'preflight', 'ready-01']],
    ['after', ['preflight', 'ready-01', '--demo', '--json']],
    ['around', ['--demo', 'preflight', '--json', 'ready-01']],
  ])('%s', (_, words) => {
    const { command, words: given, options } = parsed(...words);
    expect([command.name, given, options.flag('demo'), options.flag('json')]).toEqual([
      'preflight',
      ['ready-01'],
      true,
      true,
    ]);
  });

  it('asks by the name a person types', () => {
    const { options } = parsed(
      'preflight',
      'x',
      '--demo-account',
      'mae@contoso.example',
      '--baseline',
      '2025-12',
    );
    expect([options.text('demo-account'), options.text('baseline'), options.text('cloud')]).toEqual([
      'mae@contoso.example',
      '2025-12',
      undefined,
    ]);
  });

  it('keeps every value of an option that may be given twice', () => {
    expect(
      parsed('preflight', 'x', '--evidence', 'a.json', '--evidence', 'b.json').options.list('evidence'),
    ).toEqual(['a.json', 'b.json']);
  });
});

it('takes a negative code for a word, not for an option', () => {
  expect(parsed('explain', '-2145648574', '--json').words).toEqual(['-2145648574']);
});

it('finds a command in its group, with the common options anywhere', () => {
  const { command, words, options } = parsed('--json', 'rdp', 'lint', 'a.rdp', '--sarif', 'b.rdp', '--demo');
  expect([command.name, words]).toEqual(['lint', ['a.rdp', 'b.rdp']]);
  expect(['json', 'sarif', 'demo'].map(options.flag)).toEqual([true, true, true]);
});

it.each([
  ['an unknown command', ['frobnicate'], /unknown command 'frobnicate'/i],
  ['an unknown option', ['preflight', 'x', '--rout', 'password'], /unknown option '--rout'/i],
  ['a missing argument', ['preflight'], /missing required argument 'vm'/i],
  [
    'a route that is none',
    ['preflight', 'x', '--route', 'magic'],
    /'magic' is invalid.*web-account, password/i,
  ],
  ['a cloud that is none', ['preflight', 'x', '--cloud', 'mars'], /'mars' is invalid/i],
  ['two VMs', ['preflight', 'x', 'y'], /too many arguments/i],
  ['nothing at all', [], /name a command/i],
  ['a group alone', ['rdp'], /say what to do: entra-rdp rdp lint\|show/i],
  ['an unknown action', ['rdp', 'frobnicate'], /unknown command 'frobnicate'/i],
])('names what is wrong with %s', (_, words, message) => {
  const { line } = parse(...words);
  expect(line).toMatchObject({ kind: 'usage', message: expect.stringMatching(message) });
});

it.each([
  [['--help'], /preflight <vm>|preflight \[options\] <vm>/],
  [
    ['help', 'preflight'],
    /--route <route>[\s\S]*--demo-account[\s\S]*Example: entra-rdp preflight[\s\S]*Exit codes/,
  ],
  [['preflight', '--help'], /--evidence <file>/],
  [['rdp', '--help'], /lint \[options\] <files...>\s+what speaks against[\s\S]*Exit codes/],
  [['help', 'rdp'], /lint \[options\] <files...>/],
  [['help', 'rdp', 'lint'], /--sarif[\s\S]*--demo-account/],
  [['rdp', 'help', 'lint'], /--sarif/],
  [['rdp', 'lint', '--help'], /--sarif/],
  [['--version'], /^1\.2\.3\s*$/],
])('answers %j by itself', (words, text) => {
  const { line, printed } = parse(...words);
  expect(line).toEqual({ kind: 'answered' });
  expect(printed).toMatch(text);
});
