import {
  Argument,
  type Command as CommanderCommand,
  CommanderError,
  Option,
  Command as Program,
} from 'commander';
import type { Command, CommandGroup, CommandOption, OptionValues } from './command';

const everyCommand: readonly CommandOption[] = [
  { flags: '--json', description: 'print one JSON document on stdout, and nothing else there' },
  { flags: '--cloud <cloud>', description: 'the Azure cloud', choices: ['global', 'usgov', 'china'] },
  { flags: '--tenant <id>', description: 'tenant id or domain, in place of the one that was set up' },
  { flags: '--demo', description: 'the demo Azure: nothing leaves this machine' },
  { flags: '--demo-file <file>', description: 'a demo tenant of your own (docs/demo-azure.md)' },
  { flags: '--demo-account <upn>', description: 'who is signed in to the demo tenant' },
  {
    flags: '--baseline <baseline>',
    description: "which of Microsoft's support statements to judge by",
    choices: ['article', '2025-12'],
  },
];

const exitCodes = `
Exit codes: 0 done, or the chosen route is open; 1 it is closed, or the command could not do its job;
2 could not tell; 64 usage; 69 service unreachable; 77 sign-in needed or access denied.`;

interface ParsedCommand {
  readonly command: Command;
  readonly words: readonly string[];
  readonly options: OptionValues;
}

export type Parsed =
  | { readonly kind: 'command'; readonly parsed: ParsedCommand }
  /** Help or the version was printed. */
  | { readonly kind: 'answered' }
  | { readonly kind: 'usage'; readonly message: string };

/** Reads a command line by the command table. `print` receives help texts. */
export function parseCommandLine(
  commands: readonly (Command | CommandGroup)[],
  version: string,
  words: readonly string[],
  print: (text: string) => void,
): Parsed {
  let parsed: ParsedCommand | undefined;
  let complaint = '';
  const program = new Program('entra-rdp')
    .description(
      'Get into a Windows VM in Azure with Microsoft Entra ID over Remote Desktop, and know why not.',
    )
    .version(version, '-V, --version')
    .helpCommand('help [command]', 'what a command does, its options and exit codes')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: print, writeErr: () => {}, outputError: (text) => (complaint = text) })
    .exitOverride()
    .addHelpText('after', exitCodes);
  for (const option of everyCommand) program.addOption(asOption(option));
  const onParsed: OnParsed = (found) => (parsed = found);
  for (const command of commands) {
    if ('actions' in command) addGroup(program, command, onParsed);
    else addCommand(program, command, onParsed);
  }

  try {
    program.parse(asQuestion(words), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'answered' };
    if (error.code === 'commander.help') return { kind: 'usage', message: whatToName(commands, words) };
    return { kind: 'usage', message: sentenceOf(complaint || error.message) };
  }
  return parsed ? { kind: 'command', parsed } : { kind: 'usage', message: whatToName(commands, words) };
}

// `help rdp lint` asks what `rdp lint --help` answers; commander's own help looks one level deep.
function asQuestion(words: readonly string[]): readonly string[] {
  return words[0] === 'help' && words.length > 2 ? [...words.slice(1), '--help'] : words;
}

function whatToName(commands: readonly (Command | CommandGroup)[], words: readonly string[]): string {
  const group = commands.find((command) => 'actions' in command && words.includes(command.name));
  return group && 'actions' in group
    ? `Say what to do: entra-rdp ${group.name} ${group.actions.map(({ name }) => name).join('|')}.`
    : 'Name a command: entra-rdp help lists them.';
}

type OnParsed = (parsed: ParsedCommand) => void;

function addGroup(program: Program, { name, summary, actions }: CommandGroup, onParsed: OnParsed): void {
  const group = program
    .command(name)
    .summary(summary)
    .description(summary)
    .helpCommand('help [action]', 'what it does, its options and exit codes')
    .exitOverride()
    .addHelpText('after', exitCodes);
  for (const action of actions) addCommand(group, action, onParsed);
}

function addCommand(program: Program, command: Command, onParsed: OnParsed): void {
  const { name, argument, summary, options = [], notes } = command;
  const sub = program.command(name).summary(summary).description(summary).exitOverride();
  if (argument) sub.addArgument(new Argument(argument.name, argument.description));
  for (const option of options) sub.addOption(asOption(option));
  sub.addHelpText('after', `${notes ? `\n${notes}\n` : ''}${exitCodes}`);
  sub.action((...given: unknown[]) => {
    const self = given.at(-1) as CommanderCommand;
    onParsed({ command, words: self.args, options: valuesOf(self.optsWithGlobals()) });
  });
}

function asOption({ flags, description, choices, isRepeatable }: CommandOption): Option {
  const option = new Option(flags, description);
  if (choices) option.choices(choices);
  if (isRepeatable)
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  return option;
}

// Commander names `--demo-file` demoFile; a command asks by the name a person types.
function valuesOf(raw: Record<string, unknown>): OptionValues {
  const value = (name: string) => raw[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
  return {
    flag: (name) => value(name) === true,
    text: (name) => (typeof value(name) === 'string' ? (value(name) as string) : undefined),
    list: (name) => {
      const found = value(name);
      return Array.isArray(found) ? (found as string[]) : [];
    },
  };
}

function sentenceOf(complaint: string): string {
  const [first = ''] = complaint
    .replace(/^error:\s*/i, '')
    .trim()
    .split('\n');
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}${first.endsWith('.') ? '' : '.'}`;
}
