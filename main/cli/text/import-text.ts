import type { ImportReport } from '../../../shared/profiles/library-view';
import { visible } from '../../../shared/rdp/shown';

type Entry = ImportReport['profiles'][number];
type LeftOut = ImportReport['leftOut'][number];

/** As many places are named of what is left out alike, and entries of what is imported; `--json` has all. */
const mostShown = { places: 3, entries: 20, kinds: 40 };

/** What an import took over and what it left out, for a person. */
export function importText(
  { profiles, templates, leftOut }: ImportReport,
  { folder, isPlan }: { readonly folder: string; readonly isPlan: boolean },
): string {
  const would = isPlan ? 'Would import' : 'Imported';
  return [
    `${would} ${counted(profiles, 'profile')} and ${counted(templates, 'template')} into ${folder}.`,
    ...entryLines(templates.length <= mostShown.entries ? [...templates, ...profiles] : profiles),
    ...leftOutLines(leftOut),
  ].join('\n');
}

function counted(entries: readonly Entry[], noun: string): string {
  const number = (count: number) => count.toLocaleString('en');
  const by = (change: Entry['change']) => entries.filter((entry) => entry.change === change).length;
  const parts = [
    by('updated') > 0 && `${number(by('updated'))} updated`,
    by('same') > 0 && `${number(by('same'))} as before`,
  ].filter(Boolean);
  const noted = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return `${number(entries.length)} ${noun}${entries.length === 1 ? '' : 's'}${noted}`;
}

function entryLines(entries: readonly Entry[]): string[] {
  const shown = entries.slice(0, mostShown.entries);
  const width = Math.max(0, ...shown.map(({ id }) => id.length));
  const more = entries.length - shown.length;
  return [
    ...shown.map(({ id, place }) => `  ${id.padEnd(width)}  ${visible(place)}`),
    ...(more > 0 ? [`  … and ${more.toLocaleString('en')} more: --json lists all`] : []),
  ];
}

/** What is left out for the same reason is one line. */
function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  if (leftOut.length === 0) return [];
  const alike = new Map<string, LeftOut[]>();
  for (const line of leftOut) {
    const key = `${line.what}\n${line.because}`;
    const others = alike.get(key);
    if (others) others.push(line);
    else alike.set(key, [line]);
  }
  const kinds = [...alike.values()];
  const more = kinds.length - mostShown.kinds;
  return [
    '',
    'Left out:',
    ...kinds.slice(0, mostShown.kinds).map(leftOutLine),
    ...(more > 0 ? [`  … and ${more.toLocaleString('en')} more: --json lists all`] : []),
  ];
}

function leftOutLine(lines: readonly LeftOut[]): string {
  const [first] = lines;
  if (!first) return '';
  const places = lines.slice(0, mostShown.places).map(({ place }) => visible(place));
  const more = lines.length > places.length ? `, and ${lines.length - places.length} more` : '';
  return `  ${visible(first.what)}: ${visible(first.because)}\n    ${places.join('; ')}${more}`;
}
