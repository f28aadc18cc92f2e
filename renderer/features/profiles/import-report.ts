import type { EntryKind, ImportReport } from '../../../shared/profiles/library-view';
import { importWords as words } from './import-words';

/** An entry, and what it becomes. */
type Entry = ImportReport['profiles'][number] & { readonly kind: EntryKind };

/** What is left out of one file alike, and where in it. */
export interface LeftOutAlike {
  readonly what: string;
  readonly because: string;
  /** Places within the file; none where it is about the file as a whole. */
  readonly places: readonly string[];
  readonly count: number;
}

/** One file that was read: what becomes of it. */
export interface FileOfImport {
  readonly file: string;
  readonly came: readonly Entry[];
  readonly leftOut: readonly LeftOutAlike[];
}

/** What stands between a file and the groups in it. */
const inside = ' › ';

/** The report, a file at a time; those that gave nothing come first. */
export function byFile({ templates, profiles, leftOut }: ImportReport): FileOfImport[] {
  const files = new Map<string, { came: Entry[]; kinds: Map<string, LeftOutAlike> }>();
  const fileOf = (place: string) => {
    const [file = place] = place.split(inside, 1);
    const known = files.get(file) ?? { came: [], kinds: new Map<string, LeftOutAlike>() };
    files.set(file, known);
    return known;
  };
  for (const one of templates) fileOf(one.place).came.push({ ...one, kind: 'template' });
  for (const one of profiles) fileOf(one.place).came.push({ ...one, kind: 'profile' });
  for (const { place, what, because } of leftOut) {
    const { kinds } = fileOf(place);
    const key = `${what}\n${because}`;
    const alike = kinds.get(key) ?? { what, because, places: [], count: 0 };
    const within = place.slice(place.indexOf(inside) + inside.length);
    const places = place.includes(inside) ? [...alike.places, within].slice(0, mostPlaces) : alike.places;
    kinds.set(key, { ...alike, places, count: alike.count + 1 });
  }
  const all = [...files].map(([file, { came, kinds }]) => ({ file, came, leftOut: [...kinds.values()] }));
  return all.toSorted((a, b) => Math.min(a.came.length, 1) - Math.min(b.came.length, 1));
}

/** As many places are named of what is left out alike. */
const mostPlaces = 3;

/** "3 profiles, 1 template, 2 as before". */
export function sumOf(report: ImportReport): string {
  const [news, newTemplates] = [report.profiles, report.templates].map(
    (all) => all.filter(({ change }) => change !== 'same').length,
  );
  const same = sameIn(report);
  const parts = [
    news && words.profiles(news),
    newTemplates && words.templates(newTemplates),
    same && words.same(same),
  ].filter(Boolean);
  return parts.length === 0 ? words.nothing : parts.join(', ');
}

/** Whether importing it would change anything. */
export function changesIn({ profiles, templates }: ImportReport): number {
  return [...profiles, ...templates].filter(({ change }) => change !== 'same').length;
}

function sameIn(report: ImportReport): number {
  return report.profiles.length + report.templates.length - changesIn(report);
}

/** What fits on the clipboard's call. */
const longestCopy = 99_000;

export function textOf(report: ImportReport, title: string): string {
  const lines = [
    title,
    sumOf(report),
    '',
    words.leftOut(report.leftOut.length),
    ...report.leftOut.map(({ place, what, because }) => `${what}\t${place}\t${because}`),
    '',
    words.came(report.profiles.length + report.templates.length),
    ...[...report.templates, ...report.profiles].map(
      ({ name, place, change }) => `${name}\t${words.changes[change]}\t${place}`,
    ),
  ];
  return lines.join('\n').slice(0, longestCopy);
}
