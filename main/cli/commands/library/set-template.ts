import { AppError } from '../../../../shared/errors/app-error';
import { changesBetween } from '../../../../shared/profiles/changes-of-template';
import { EntryId } from '../../../../shared/profiles/entry';
import { faultInTemplate } from '../../../../shared/profiles/entry-faults';
import { entryIdFrom } from '../../../../shared/profiles/entry-id';
import { problemText } from '../../../../shared/profiles/layer-texts';
import { layersFor, outsideAzure, settingsOf } from '../../../../shared/profiles/resolve';
import { tellableEntry } from '../../../../shared/profiles/tellable-entry';
import { Template } from '../../../../shared/profiles/template';
import { settingFrom } from '../../../../shared/rdp/edits';
import { lineOf } from '../../../../shared/rdp/setting';
import { shown } from '../../../../shared/rdp/shown';
import type { Library, Stored } from '../../../profiles/library';
import type { CommandContext, OptionValues } from '../../command';
import { appliesToIn } from './applies-to';

/** Makes or changes a template as the options say, or tells what that would change. */
export async function setTemplate({
  words: [id = ''],
  options,
  output,
  services,
}: CommandContext): Promise<0> {
  const isPlan = options.flag('plan');
  const change = changeIn(validId(id), options);
  const library = await (await services()).library();
  const { before, templates } = await found(library, id);
  const after = change(before?.entry ?? null);
  refuseRing(after, templates);
  const changes = changesBetween(before?.entry ?? null, after);
  const stored = isPlan || changes.length === 0 ? before : await saved(library, after, before);

  const { changesText } = await import('../../text/library-text');
  const isNew = before === null;
  output.answer(
    { id, isNew, plan: isPlan, changes, entry: tellableEntry(after), revision: stored?.revision ?? null },
    () => changesText(after, changes, { isNew, isPlan }),
  );
  return 0;
}

async function found(
  library: Library,
  id: string,
): Promise<{ before: Stored<Template> | null; templates: readonly Template[] }> {
  const { templates, problems } = await library.contents();
  const before = templates.find(({ entry }) => entry.id === id) ?? null;
  const unusable = problems.find(({ file }) => file === `templates/${id}.json`);
  if (unusable) throw new AppError('unreadable', unusable.because);
  return { before, templates: templates.map(({ entry }) => entry) };
}

async function saved(library: Library, entry: Template, before: Stored | null): Promise<Stored> {
  const outcome = await library.save(entry, { basedOn: before?.revision ?? null });
  if (outcome.outcome === 'saved') return outcome.stored;
  throw new AppError(
    'conflict',
    `Nothing was changed, as somebody else changed “${entry.name}” at the same moment. Look at it again: entra-rdp library show ${entry.id}.`,
  );
}

/** Everything the options ask for is judged before the library is opened. */
function changeIn(id: string, options: OptionValues): (before: Template | null) => Template {
  const appliesTo = appliesToIn(options);
  const lines = options.list('setting').map(templateLine);
  const removed = options.list('remove-setting').map((name) => name.trim().toLowerCase());
  const [name, route, inherits] = ['name', 'route', 'inherits'].map((option) => options.text(option));
  return (before) => {
    const kept = settingsOf(before?.settings ?? []);
    for (const wanted of removed) {
      if (!kept.some((setting) => setting.name === wanted)) {
        throw refused(`“${id}” has no setting ${shown(wanted)} to take out`);
      }
    }
    const given = new Map(lines.map((setting) => [setting.name, setting]));
    const settings = kept
      .filter((setting) => !removed.includes(setting.name))
      .map((setting) => given.get(setting.name) ?? setting);
    const added = [...given.values()].filter((setting) => !settings.some((one) => one.name === setting.name));
    const { data, error } = Template.safeParse({
      version: 1,
      kind: 'template',
      id,
      name: id,
      appliesTo: { level: 'named' },
      ...before,
      ...(name !== undefined && { name }),
      ...(appliesTo && { appliesTo }),
      ...(route !== undefined && { route: route === 'none' ? null : route }),
      ...(inherits !== undefined && { inherits: ['', 'none'].includes(inherits) ? null : inherits }),
      settings: [...settings, ...added].map(lineOf),
    });
    if (data) return data;
    const [issue] = error.issues;
    throw refused(`${issue?.path.join('.') ?? 'it'} is not right: ${issue?.message ?? ''}`);
  };
}

function templateLine(text: string): ReturnType<typeof settingFrom> {
  const setting = settingFrom(text);
  const fault = faultInTemplate(setting);
  if (fault) throw refused(fault);
  return setting;
}

function validId(id: string): string {
  if (EntryId.safeParse(id).success) return id;
  throw refused(
    `${shown(id)} is no id, which has lower-case letters, digits and hyphens alone. Take ${entryIdFrom(id)}, and give its name with --name`,
  );
}

function refuseRing(after: Template, templates: readonly Template[]): void {
  const others = templates.filter(({ id }) => id !== after.id);
  const { problem } = layersFor(outsideAzure, [...others, after], { chosen: after.id });
  if (problem) throw refused(problemText(problem).replace(/\.$/, ''));
}

function refused(why: string): AppError {
  return new AppError('invalid-request', `Nothing was changed: ${why}.`);
}
