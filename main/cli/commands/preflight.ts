import type { PreflightRequest } from '../../services';
import type { Command } from '../command';
import { exitCodeOfReport } from '../exit-code';
import { reportText } from '../text/report-text';
import { addressIn, addressOptions, routeIn, routeOption, subjectNamed, vmArgument } from './vm-options';

export const preflight: Command = {
  name: 'preflight',
  argument: vmArgument,
  summary: 'say whether signing in to a VM will work from this PC, and if not, why',
  options: [routeOption, ...addressOptions],
  notes: 'Example: entra-rdp preflight ready-01 --demo',

  async run(context) {
    const { options, output, signal } = context;
    const services = await context.services();
    const request: PreflightRequest = {
      subject: await subjectNamed(services, context),
      ...addressIn(options),
      signal,
      onProgress: countChecks(output.progress),
    };
    const { report } = await services.preflight(request);
    output.answer(report, () => reportText(report, output.paint));
    return exitCodeOfReport(report, routeIn(options));
  },
};

/** "checking 12 of 44", as verdicts come. */
export function countChecks(progress: (text: string) => void): NonNullable<PreflightRequest['onProgress']> {
  let judged = 0;
  return (results, total) => {
    judged += results.length;
    progress(judged < total ? `checking ${judged} of ${total}` : '');
  };
}
