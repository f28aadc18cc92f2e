import type { ConnectOutcome, ConnectStage } from '../../../shared/launch/connect';
import { usedFileSentence } from '../../../shared/launch/used-file-words';
import type { ConnectRequest } from '../../services';
import type { Command, CommandContext, ExitCode } from '../command';
import { exitCodeOfReport } from '../exit-code';
import type { Output } from '../output';
import { reportText } from '../text/report-text';
import { libraryOption } from './library-option';
import { countChecks } from './preflight';
import { addressOptions, connectionNamed, routeOption, vmArgument } from './vm-options';

export const connect: Command = {
  name: 'connect',
  argument: vmArgument,
  summary: 'check, write the .rdp file and start the RDP client',
  options: [
    routeOption,
    {
      flags: '--client <client>',
      description: 'the RDP client to use',
      choices: ['mstsc', 'windows-app', 'freerdp3', 'freerdp2', 'remmina'],
    },
    ...addressOptions,
    libraryOption,
    { flags: '--anyway', description: 'connect although the route is closed, or nobody is signed in' },
    { flags: '--dry-run', description: 'everything but starting the client' },
  ],
  notes: `Example: entra-rdp connect ready-01 --demo --dry-run

Where Azure cannot be reached, the VM is looked for in the last list, then among the profiles of the library.`,

  async run(context) {
    const services = await context.services();
    const request = await requestFrom(context);
    return context.options.flag('dry-run')
      ? dryRun(await services.planConnect(request), context.output)
      : told(await services.connect(request), context.output);
  },
};

async function requestFrom(context: CommandContext): Promise<ConnectRequest> {
  const { options, output, signal } = context;
  const { route = null, ...named } = await connectionNamed(await context.services(), context);
  return {
    ...named,
    route,
    anyway: options.flag('anyway'),
    client: options.text('client'),
    signal,
    onProgress: countChecks(output.progress),
    onStage: (stage) => output.note(stageText(stage)),
  };
}

function dryRun(
  plan: Awaited<ReturnType<Awaited<ReturnType<CommandContext['services']>>['planConnect']>>,
  output: Output,
): ExitCode {
  output.answer(plan, () =>
    [
      reportText(plan.report, output.paint),
      '',
      ...(plan.profile ? [usedFileSentence(plan.profile), ...plan.profile.notes] : plan.passedOver),
      `File     ${plan.file}`,
      `Command  ${plan.client ? plan.client.command.map(quoted).join(' ') : 'no RDP client here can take this route'}`,
    ].join('\n'),
  );
  return exitCodeOfReport(plan.report, plan.route);
}

function told(outcome: ConnectOutcome, output: Output): ExitCode {
  switch (outcome.outcome) {
    case 'stopped':
      output.answer(
        outcome,
        () =>
          `${reportText(outcome.report, output.paint)}\n\nNothing was started. --anyway connects all the same.`,
      );
      return 1;
    case 'ended':
      output.answer(outcome, () => outcome.explanation);
      return outcome.wasGood ? 0 : 1;
    case 'handed-over':
      output.answer(outcome, () => `${outcome.client.name} has taken over.`);
      return 0;
  }
}

function stageText(at: ConnectStage): string {
  switch (at.stage) {
    case 'checking':
      return 'Checking first.';
    case 'signed-file':
      return at.profile
        ? [usedFileSentence(at.profile), ...at.profile.notes].join('\n')
        : at.passedOver.join('\n');
    case 'starting':
      return [
        `Starting ${at.client}. What comes next:`,
        ...at.expect.map((line, index) => `  ${index + 1}. ${line}`),
      ].join('\n');
    case 'opened':
      return `${at.client} opened.`;
    case 'hanging':
      return `${at.client} has said nothing for ${at.forSeconds} s. Ctrl+C ends it.`;
  }
}

// For reading and pasting only: what is started is the array, never this text.
function quoted(word: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
}
