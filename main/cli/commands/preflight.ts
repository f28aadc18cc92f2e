import { AppError } from '../../../shared/errors/app-error';
import type { Evidence } from '../../../shared/preflight/evidence';
import type { Report } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import type { PreflightRequest, PreflightRun } from '../../services';
import type { Command, CommandContext } from '../command';
import { exitCodeOfReport } from '../exit-code';
import { reportText } from '../text/report-text';
import { libraryOption } from './library-option';
import { addressOptions, connectionNamed, routeIn, routeOption, vmArgument } from './vm-options';

export const preflight: Command = {
  name: 'preflight',
  argument: { ...vmArgument, name: '[vm]' },
  summary: 'say whether signing in to a VM will work from this PC, and if not, why',
  options: [
    routeOption,
    ...addressOptions,
    libraryOption,
    { flags: '--for <upn>', description: 'judge for somebody else, with your own rights' },
    {
      flags: '--evidence <file>',
      description:
        "judge what was saved; twice, or with --for: join a person's PC with what the helpdesk reads of Azure",
      isRepeatable: true,
    },
    { flags: '--save-evidence <file>', description: 'save everything found out, to be judged elsewhere' },
    { flags: '--wait-late', description: 'also wait for what Azure takes up to two minutes to work out' },
    { flags: '--mask', description: 'save stand-ins for names, addresses, ids and user names' },
  ],
  notes: `Examples: entra-rdp preflight ready-01 --demo
          entra-rdp preflight ready-01 --save-evidence mine.json
          entra-rdp preflight --evidence mine.json --evidence helpdesk.json`,

  async run(context) {
    const { options, output } = context;
    expectSense(context);
    const saved = options.text('save-evidence');
    if (saved !== undefined) {
      const { expectPlaceFor } = await import('../../preflight/evidence-file');
      await expectPlaceFor(saved);
    }
    const { evidence, report, route } = isLive(context)
      ? await judgedLive(context)
      : { ...(await judgedAgain(context)), route: routeIn(options) };

    if (saved !== undefined) await save(saved, evidence, options.flag('mask'));
    output.answer(report, () => reportText(report, output.paint));
    if (saved !== undefined) output.note(`Saved what was found as ${saved}.`);
    return exitCodeOfReport(report, route);
  },
};

interface Judged {
  readonly evidence: Evidence;
  readonly report: Report;
  /** The one chosen by an option or a file; the recommended one counts without it. */
  readonly route: Route | undefined;
}

/** Saved evidence is judged without asking anybody, except where it completes what is asked for somebody else. */
function isLive({ options }: CommandContext): boolean {
  return !options.list('evidence').length || options.text('for') !== undefined;
}

function expectSense({ words, options }: CommandContext): void {
  const files = options.list('evidence');
  const complaint =
    !words.length && !files.length
      ? 'Name a virtual machine, or a file of evidence: --evidence FILE.'
      : !words.length && options.text('for') !== undefined
        ? 'Name the virtual machine to look at for somebody else.'
        : files.length > (options.text('for') === undefined ? 2 : 1)
          ? 'Evidence of one person and one helpdesk can be joined: give --evidence twice at most, or once with --for.'
          : options.flag('mask') && options.text('save-evidence') === undefined
            ? '--mask says how to save: give --save-evidence FILE with it.'
            : options.text('for')?.trim() === ''
              ? 'Say for whom, as a user name: --for ada@contoso.example.'
              : null;
  if (complaint !== null) throw new AppError('invalid-request', complaint);
}

async function judgedLive(context: CommandContext): Promise<Judged> {
  const { options, output, signal } = context;
  const services = await context.services();
  const { route, ...named } = await connectionNamed(services, context);
  const forUsername = options.text('for');
  const [file] = options.list('evidence');
  const request: PreflightRequest = {
    ...named,
    forUsername,
    signal,
    withLate: options.flag('wait-late'),
    onProgress: countChecks(output.progress),
  };
  const { report, gathered } = await withLateFacts(await services.preflight(request), context);
  const { evidenceOf } = await import('../../../shared/preflight/evidence');
  const circumstances = { baseline: report.baseline, now: report.judgedAt };
  const evidence = evidenceOf({ vmId: report.vm.id, name: report.vm.name }, gathered, circumstances);
  if (forUsername === undefined) return { evidence, report, route };
  if (file !== undefined) return { ...(await joinedWith(file, evidence)), route };

  output.note(
    `The PC of ${forUsername} is another one. There: entra-rdp preflight ${report.vm.name} --save-evidence FILE. Here: add --evidence FILE.`,
  );
  return { evidence, report, route };
}

/** The run as it is, or as late facts leave it where somebody waits for them. */
async function withLateFacts(run: PreflightRun, { options, output, signal }: CommandContext) {
  if (!options.flag('wait-late')) return run;
  output.progress('waiting for the security rules in effect');
  const refined = await run.refined;
  output.progress('');
  if (signal.aborted)
    throw new AppError('cancelled', 'Waiting for the security rules in effect was cancelled.');
  return refined ?? run;
}

async function joinedWith(file: string, live: Evidence): Promise<Omit<Judged, 'route'>> {
  const [{ loadEvidence }, { joinEvidence }] = await loadEvidenceRooms();
  const theirs = { file, evidence: await loadEvidence(file) };
  return judged(joinEvidence(theirs, { file: 'what was read just now', evidence: live }), undefined);
}

async function judgedAgain({ options, words: [vm] }: CommandContext): Promise<Omit<Judged, 'route'>> {
  const [{ loadEvidence }, { joinEvidence, isAbout }] = await loadEvidenceRooms();
  const [first, second] = await Promise.all(
    options.list('evidence').map(async (file) => ({ file, evidence: await loadEvidence(file) })),
  );
  if (!first) throw new AppError('invalid-request', 'Name a file of evidence: --evidence FILE.');
  const evidence = second ? joinEvidence(first, second) : first.evidence;
  if (vm !== undefined && !isAbout(evidence, vm)) {
    throw new AppError('invalid-request', `${first.file} is about ${evidence.subject.name}, not ${vm}.`);
  }
  return judged(evidence, options.text('baseline'));
}

async function judged(evidence: Evidence, baseline: string | undefined): Promise<Omit<Judged, 'route'>> {
  const [{ judgeEvidence }, { checks }, { causes }, { Baseline }] = await Promise.all([
    import('../../../shared/preflight/evidence'),
    import('../../../shared/preflight/registry'),
    import('../../../shared/preflight/causes'),
    import('../../../shared/preflight/baseline'),
  ]);
  const chosen = Baseline.safeParse(baseline).data ?? evidence.circumstances.baseline;
  return { evidence, report: judgeEvidence(evidence, checks, causes, chosen) };
}

function loadEvidenceRooms() {
  return Promise.all([
    import('../../preflight/evidence-file'),
    import('../../../shared/preflight/join-evidence'),
  ]);
}

async function save(file: string, evidence: Evidence, isMasked: boolean): Promise<void> {
  const { saveEvidence } = await import('../../preflight/evidence-file');
  if (!isMasked) return saveEvidence(file, evidence);
  const { maskEvidence } = await import('../../../shared/preflight/mask-evidence');
  return saveEvidence(file, maskEvidence(evidence));
}

/** "checking 12 of 44", as verdicts come. */
export function countChecks(progress: (text: string) => void): NonNullable<PreflightRequest['onProgress']> {
  let judgedSoFar = 0;
  return (results, total) => {
    judgedSoFar += results.length;
    progress(judgedSoFar < total ? `checking ${judgedSoFar} of ${total}` : '');
  };
}
