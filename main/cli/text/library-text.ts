import { audienceText, type TemplateChange } from '../../../shared/profiles/changes-of-template';
import type { LibraryProblem, ProfileRow } from '../../../shared/profiles/library-view';
import type { Origin, ResolvedSetting } from '../../../shared/profiles/resolve';
import type { Template } from '../../../shared/profiles/template';
import { propertyNamed } from '../../../shared/rdp/catalogue';
import { shown, visible } from '../../../shared/rdp/shown';
import type { Output } from '../output';
import { plainTable } from './plain-table';

type Paint = Output['paint'];

export interface TemplateRow {
  readonly id: string;
  readonly name: string;
  readonly level: Template['appliesTo']['level'];
  readonly appliesTo: Template['appliesTo'];
  readonly for: string;
  readonly route: Template['route'];
  readonly inherits: string | null;
  readonly settings: number;
}

/** One row of the list of templates. */
export function templateRow({ id, name, appliesTo, route, inherits, settings }: Template): TemplateRow {
  const { level } = appliesTo;
  return {
    id,
    name,
    level,
    appliesTo,
    for: audienceText(appliesTo),
    route,
    inherits,
    settings: settings.length,
  };
}

interface Listed {
  readonly folder: string;
  readonly templates: readonly TemplateRow[];
  readonly profiles: readonly ProfileRow[];
  readonly problems: readonly LibraryProblem[];
}

export function libraryText({ folder, templates, profiles, problems }: Listed, paint: Paint): string {
  const parts = [
    `${paint('bold', visible(folder))}: ${counted(templates.length, 'template')}, ${counted(profiles.length, 'profile')}`,
    ...(templates.length > 0 ? [templateTable(templates)] : []),
    ...(profiles.length > 0 ? [profileTable(profiles)] : []),
    ...(problems.length > 0
      ? [paint('yellow', `${counted(problems.length, 'file')} cannot be used: entra-rdp library check`)]
      : []),
  ];
  return parts.join('\n\n');
}

function templateTable(templates: readonly TemplateRow[]): string {
  return plainTable(
    ['TEMPLATE', 'NAME', 'FOR', 'ROUTE', 'INHERITS', 'SETTINGS'],
    templates.map((one) => [
      one.id,
      visible(one.name),
      visible(one.for),
      one.route ?? '-',
      one.inherits ?? '-',
      String(one.settings),
    ]),
  );
}

function profileTable(profiles: readonly ProfileRow[]): string {
  return plainTable(
    ['PROFILE', 'NAME', 'ADDRESS', 'USER', 'ROUTE', 'TEMPLATE', 'SIGNED FILES'],
    profiles.map((one) => [
      one.id,
      visible(one.name),
      visible(one.address ?? '-'),
      visible(one.username ?? '-'),
      one.route ?? '-',
      one.template ?? '-',
      one.files.join(' ') || '-',
    ]),
  );
}

/** Every setting with its value, where it comes from, and what it stands in place of. */
export function settingsText(title: string, settings: readonly ResolvedSetting[], paint: Paint): string {
  const rows = settings.map((setting) => [
    setting.name,
    valueText(setting),
    originText(setting.origin),
    insteadText(setting),
  ]);
  const heading = paint('bold', visible(title));
  if (rows.length === 0) return `${heading}\nIt has no settings.`;
  return `${heading}\n${plainTable(['SETTING', 'VALUE', 'FROM', 'INSTEAD OF'], rows)}`;
}

function valueText({ name, value }: Pick<ResolvedSetting, 'name' | 'value'>): string {
  return propertyNamed(name)?.isSecret ? '(a secret, not shown)' : shown(value);
}

function insteadText({ name, instead }: ResolvedSetting): string {
  return (
    instead.map((one) => `${valueText({ name, value: one.value })} (${originText(one.origin)})`).join(', ') ||
    '-'
  );
}

function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'connection':
      return 'the connection';
    case 'product':
      return 'Entra RDP';
    case 'given':
      return 'given';
    case 'template':
      return `template ${origin.id} (${origin.level})`;
    case 'profile':
      return `profile ${origin.id}`;
  }
}

export function changesText(
  { id, name }: Template,
  changes: readonly TemplateChange[],
  { isNew, isPlan }: { readonly isNew: boolean; readonly isPlan: boolean },
): string {
  if (changes.length === 0) return `Nothing changes in ${id}: it is so already.`;
  const [made, changed] = isPlan ? ['Would make', 'Would change'] : ['Made', 'Changed'];
  return [
    `${isNew ? made : changed} the template “${visible(name)}” (${id}):`,
    ...changes.map(({ what, before, after }) => {
      if (before === null) return `  + ${changeText(what, after ?? '')}`;
      if (after === null) return `  - ${changeText(what, before)}`;
      return `  ~ ${changeText(what, before)} → ${visible(after)}`;
    }),
  ].join('\n');
}

// The line of a setting begins with its name.
function changeText(what: string, value: string): string {
  return visible(value.startsWith(`${what}:`) ? value : `${what}: ${value}`);
}

interface Checked {
  readonly folder: string;
  readonly entries: number;
  readonly problems: readonly LibraryProblem[];
  readonly broken: readonly Told[];
  readonly warnings: readonly Told[];
}

interface Told {
  readonly kind: string;
  readonly id: string;
  readonly because: string;
}

export function checkText({ folder, entries, problems, broken, warnings }: Checked, paint: Paint): string {
  const count = problems.length + broken.length;
  const found =
    count === 0
      ? paint('green', `all of ${entries.toLocaleString('en')} entries can be used`)
      : paint('red', `${counted(count, 'problem')} in ${entries.toLocaleString('en')} entries`);
  return [
    `${paint('bold', visible(folder))}: ${found}${warnings.length > 0 ? `, ${counted(warnings.length, 'warning')}` : ''}.`,
    ...someOf(problems.map(({ because }) => `  ✕ ${visible(because)}`)),
    ...someOf(broken.map(({ kind, id, because }) => `  ✕ ${kind}s/${id}: ${visible(because)}`)),
    ...someOf(warnings.map(({ kind, id, because }) => `  ! ${kind}s/${id}: ${visible(because)}.`)),
  ].join('\n');
}

/** As many are read by a person; `--json` has all. */
const mostShown = 50;

function someOf(lines: readonly string[]): string[] {
  const more = lines.length - mostShown;
  return [
    ...lines.slice(0, mostShown),
    ...(more > 0 ? [`  … and ${more.toLocaleString('en')} more: --json lists all`] : []),
  ];
}

export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
