import type { BatchLayout, BatchPlan, BatchRow } from '../../../shared/profiles/batch-view';
import { visible } from '../../../shared/rdp/shown';
import type { BatchResult } from '../../profiles/batch/run-batch';
import type { Output } from '../output';

const layouts = {
  'folder-per-user': 'a folder for each user',
  'zip-per-user': 'a zip for each user',
  'one-folder': 'all in one folder',
} as const satisfies Record<BatchLayout, string>;

const mostLines = 20;

export function planText(plan: BatchPlan, layout: BatchLayout, paint: Output['paint']): string {
  const { dialogs, notes, problems, ready, rows, total, users } = plan;
  const troubled = rows.filter(({ problem }) => problem !== null);
  const warned = rows.filter(({ problem, warnings }) => problem === null && warnings.length > 0);
  return [
    `${paint('bold', `${counted(ready, 'file')} of ${counted(total, 'row')}`)}, ${layouts[layout]}${users > 0 ? `, ${counted(users, 'user')}` : ''}.`,
    ...notes,
    ...dialogs.map(dialogText),
    ...linesOf(
      `${counted(problems, 'row')} cannot become a file:`,
      troubled,
      problems,
      (row) => row.problem ?? '',
      paint,
    ),
    ...linesOf('To know:', warned, warned.length, ({ warnings }) => warnings.join(' '), paint),
  ].join('\n');
}

function dialogText({ asks, files, templates }: BatchPlan['dialogs'][number]): string {
  const noun = templates.length === 1 ? 'template' : 'templates';
  const whose = templates.length === 0 ? 'without a template' : `by the ${noun} ${templates.join(', ')}`;
  const what = asks.length === 0 ? 'asks to share nothing' : `asks for ${asks.join(', ')}`;
  return `Opening ${counted(files, 'file')} ${whose}: the dialog ${what}.`;
}

function linesOf<Row extends BatchRow>(
  heading: string,
  rows: readonly Row[],
  count: number,
  textOf: (row: Row) => string,
  paint: Output['paint'],
): string[] {
  if (rows.length === 0) return [];
  const lines = rows
    .slice(0, mostLines)
    .map((row) => `  line ${row.line}  ${paint('bold', visible(row.vm))}  ${visible(textOf(row))}`);
  const more = count > lines.length ? [`  and ${count - lines.length} more`] : [];
  return [heading, ...lines, ...more];
}

export function resultText(result: BatchResult, isSigned: boolean, paint: Output['paint']): string {
  const { failed, folder, kept, manifest, notes, rows, wasCancelled, written } = result;
  const was = isSigned ? 'written and signed' : 'written, without a signature';
  const unwritten = rows.filter(({ problem }) => problem !== null);
  return [
    `${paint('bold', counted(written, 'file'))} ${was}, in ${folder}${kept > 0 ? ` (${kept} of them by an earlier run, and unchanged)` : ''}.`,
    ...(wasCancelled ? ['It was ended before all were written. Run it again for the rest.'] : []),
    ...linesOf(
      `${counted(failed, 'row')} did not become a file:`,
      unwritten,
      failed,
      (row) => row.problem ?? '',
      paint,
    ),
    ...notes,
    ...(manifest === null ? [] : [`Every row: ${manifest}`]),
  ].join('\n');
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
