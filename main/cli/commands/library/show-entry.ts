import { join } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error';
import { composeEntry } from '../../../../shared/profiles/compose-entry';
import { tellable } from '../../../../shared/profiles/compose-layered';
import { faultyValues } from '../../../../shared/profiles/entry-faults';
import { leftOutText } from '../../../../shared/profiles/layer-texts';
import type { LibraryEntry } from '../../../../shared/profiles/library-view';
import { settingsOfTemplate } from '../../../../shared/profiles/settings-of-template';
import { tellableEntry } from '../../../../shared/profiles/tellable-entry';
import type { Template } from '../../../../shared/profiles/template';
import { keptFolder } from '../../../profiles/layout';
import type { Services } from '../../../services';
import type { CommandContext } from '../../command';
import { findEntry, noSuchEntry } from './find-entry';

/** Shows a template or profile of the library, else a VM. */
export async function showEntry(context: CommandContext): Promise<0> {
  const {
    words: [word = ''],
    output,
  } = context;
  const services = await context.services();
  const library = await services.library();
  const stored = await findEntry(library, word);
  const { settingsText } = await import('../../text/library-text');
  if (!stored) return showVm(services, context);

  const templates = (await library.contents()).templates.map(({ entry }) => entry);
  const { entry, revision } = stored;
  const { settings, route, ...told } = settingsOf(entry, templates);
  const warnings = [...told.warnings, ...notAsked(entry, told.byTags), ...keptBeside(entry, library.folder)];
  output.answer(
    {
      entry: tellableEntry(entry),
      revision,
      route,
      settings: tellable(settings),
      warnings,
      byTags: told.byTags,
    },
    () => settingsText(`${entry.kind} “${entry.name}” (${entry.id})`, settings, output.paint),
  );
  for (const warning of warnings) output.note(warning);
  return 0;
}

function settingsOf(entry: LibraryEntry, templates: readonly Template[]) {
  const faults = faultyValues(entry).map(
    (fault) => `A setting of “${entry.name}” is kept as it is, but ${fault}.`,
  );
  if (entry.kind === 'profile') {
    const { settings, route, warnings, byTags } = composeEntry(entry, templates);
    return { settings, route, warnings: [...faults, ...warnings], byTags };
  }
  const { settings, route, leftOut } = settingsOfTemplate(entry, templates);
  return { settings, route, warnings: [...faults, ...leftOut.map(leftOutText)], byTags: [] };
}

function keptBeside(entry: LibraryEntry, folder: string): string[] {
  if (entry.kind === 'template') return [];
  return entry.files.map(
    ({ file, route }) =>
      `For the route ${route} it keeps a finished file, which is used as it is and may say something else: entra-rdp rdp show "${join(folder, keptFolder, file)}"`,
  );
}

function notAsked(entry: LibraryEntry, byTags: readonly string[]): string[] {
  if (byTags.length === 0 || entry.kind !== 'profile' || entry.vmId === null) return [];
  return [
    `Templates of tags are not in this, as only Azure knows the tags of the VM: ${byTags.join(', ')}. With them: entra-rdp library show "${entry.vmId}"`,
  ];
}

async function showVm(
  services: Services,
  { words: [word = ''], output, signal }: CommandContext,
): Promise<0> {
  const vm = await services.inventory.find(word, signal).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code === 'ambiguous') throw error;
    if (error.code !== 'not-found')
      throw new AppError(error.code, `${noSuchEntry(word).message} ${error.message}`, {
        cause: error,
        ...(error.help && { help: error.help }),
      });
    throw new AppError('not-found', `${noSuchEntry(word).message} Azure knows no such VM either.`, {
      cause: error,
    });
  });
  const { settings, route, warnings } = await services.composeProfile({ subject: { vmId: vm.id }, signal });
  const { settingsText } = await import('../../text/library-text');
  output.answer({ vm: vm.id, route, settings: tellable(settings), warnings }, () =>
    settingsText(`VM ${vm.name}`, settings, output.paint),
  );
  for (const warning of warnings) output.note(warning);
  return 0;
}
