import type { CheckResult, Report } from '../../../shared/preflight/report';

/** The message to an admin: what was found and what would mend it. It holds no secret, as a report holds none. */
export function askMessage(report: Report, failures: readonly CheckResult[]): string {
  const { vm, account } = report;
  const name = vm.computerName && vm.computerName !== vm.name ? `${vm.name} (${vm.computerName})` : vm.name;
  return [
    `I cannot sign in to ${name} with Microsoft Entra ID${account ? ` as ${account}` : ''}.`,
    '',
    ...failures.flatMap(linesOf),
    ...(vm.id ? [`VM: ${vm.id}`] : []),
    `Checked: ${report.judgedAt}`,
  ].join('\n');
}

function linesOf({ title, found, because, remedies, source }: CheckResult): string[] {
  return [
    `What should be: ${title}`,
    `What was found: ${found ?? because ?? ''}`,
    ...remedies.map((remedy) =>
      remedy.kind === 'command'
        ? `${remedy.text}\n    ${remedy.command}`
        : `What would mend it: ${remedy.text}`,
    ),
    `Source: ${source.url} (${source.asOf})`,
    '',
  ];
}
