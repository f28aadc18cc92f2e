import type { CheckResult, Report, RouteState } from '../../../shared/preflight/report';
import { routeNames } from '../../../shared/preflight/route-order';
import type { Remedy, Status } from '../../../shared/preflight/verdict';
import type { Output } from '../output';

type Paint = Output['paint'];

const marks: Readonly<Record<Status, string>> = { pass: '✓', warn: '!', fail: '✕', unknown: '?', skip: '–' };
const styles = { pass: 'green', warn: 'yellow', fail: 'red', unknown: 'cyan', skip: 'gray' } as const;

/** A report for reading: the answer first, then the ways to sign in, then what stands behind it. */
export function reportText(report: Report, paint: Paint): string {
  const { results, unknowns, request } = report;
  const withStatus = (status: Status) => results.filter((result) => result.status === status);
  return [
    paint('bold', report.headline),
    whatWasChecked(report),
    ...whereFrom(report, paint),
    '',
    ...report.routes.map((route) => routeLine(route, report, paint)),
    '',
    countLine(report),
    ...[...withStatus('fail'), ...withStatus('warn')].flatMap((result) => checkLines(result, paint)),
    ...(unknowns ? [`  ${paint(styles.unknown, marks.unknown)} ${unknowns.sentence}`] : []),
    ...toSend(request ?? unknowns?.request ?? ''),
  ].join('\n');
}

function toSend(request: string): string[] {
  return request ? ['', 'To send to an admin:', ...indented(request)] : [];
}

function whatWasChecked({ vm, target, account }: Report): string {
  const name =
    vm.computerName && vm.computerName.toLowerCase() !== vm.name.toLowerCase()
      ? `${vm.name} (${vm.computerName})`
      : vm.name;
  const address = target ? ` · ${target.address}${target.port === 3389 ? '' : `:${target.port}`}` : '';
  return `${name}${address}${account ? ` · as ${account}` : ''}${target ? `\n${target.why}` : ''}`;
}

function whereFrom({ sources = [] }: Report, paint: Paint): string[] {
  return sources.map(({ file, savedAt, account, facts }) => {
    const what = facts.includes('thisPc') ? 'This PC, its network and the account' : 'Azure and Entra ID';
    return paint('gray', `${what}: ${file}, saved ${savedAt}${account ? ` by ${account}` : ''}`);
  });
}

function routeLine(
  { id, state, closedBy, notSeen }: RouteState,
  { recommended, results }: Report,
  paint: Paint,
): string {
  const { mark, style } = {
    open: { mark: '✓', style: 'green' as const },
    closed: { mark: '✕', style: 'red' as const },
    unknown: { mark: '?', style: 'cyan' as const },
  }[state];
  const title = (check: CheckResult['id']) => results.find((result) => result.id === check)?.title ?? check;
  const why = state === 'closed' ? closedBy : state === 'unknown' ? notSeen : [];
  const reasons = why.length
    ? `  ${state === 'closed' ? 'not true' : 'not seen'}: ${why.map(title).join('; ')}`
    : '';
  const note = id === recommended ? '  (recommended)' : '';
  return `  ${paint(style, mark)} ${routeNames[id].padEnd(26)} ${state.padEnd(8)}${note}${reasons}`;
}

function countLine({ results }: Report): string {
  const words: readonly (readonly [Status, string])[] = [
    ['pass', 'passed'],
    ['warn', 'to know'],
    ['fail', 'failed'],
    ['unknown', 'not seen'],
    ['skip', 'not needed'],
  ];
  const counts = words.flatMap(([status, word]) => {
    const count = results.filter((result) => result.status === status).length;
    return count ? [`${count} ${word}`] : [];
  });
  return `Checks: ${counts.join(', ')}`;
}

function checkLines({ id, title, status, found, remedies, source }: CheckResult, paint: Paint): string[] {
  return [
    `  ${paint(styles[status], marks[status])} ${title}  ${paint('gray', id)}`,
    ...indented(found ?? ''),
    ...remedies.flatMap((remedy) => indented(remedyText(remedy))),
    ...indented(paint('gray', `${source.url} (${source.asOf})`)),
  ];
}

function remedyText(remedy: Remedy): string {
  return remedy.kind === 'command' ? `→ ${remedy.text}\n  ${remedy.command}` : `→ ${remedy.text}`;
}

function indented(text: string): string[] {
  return text ? text.split('\n').map((line) => `    ${line}`) : [];
}
