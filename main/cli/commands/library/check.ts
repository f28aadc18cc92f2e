import { faultsIn } from '../../../../shared/profiles/entry-faults';
import { problemText } from '../../../../shared/profiles/layer-texts';
import type { LibraryEntry } from '../../../../shared/profiles/library-view';
import { layersFor, outsideAzure } from '../../../../shared/profiles/resolve';
import type { Template } from '../../../../shared/profiles/template';
import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const check: Command = {
  name: 'check',
  summary: 'files that cannot be used, entries that name what is not there, and settings that are not right',
  options: [libraryOption],
  notes: `Exit codes: 0 everything can be used, warnings or none; 1 something cannot.
Example, for the checks of a git repository: entra-rdp library check --library . --json`,

  async run({ output, services }) {
    const library = await (await services()).library();
    const { templates, profiles, problems } = await library.contents();
    const all = templates.map(({ entry }) => entry);
    const entries: readonly LibraryEntry[] = [...all, ...profiles.map(({ entry }) => entry)];
    const broken = entries.flatMap((entry) => brokenNames(entry, all));
    const warnings = entries.flatMap((entry) =>
      faultsIn(entry).map((because) => ({ ...placeOf(entry), because })),
    );
    const { checkText } = await import('../../text/library-text');
    const checked = { folder: library.folder, entries: entries.length, problems, broken, warnings };
    output.answer(checked, () => checkText(checked, output.paint));
    return problems.length + broken.length > 0 ? 1 : 0;
  },
};

function brokenNames(entry: LibraryEntry, templates: readonly Template[]) {
  const chosen = entry.kind === 'template' ? entry.id : entry.template;
  if (chosen === null) return [];
  const { problem } = layersFor(outsideAzure, templates, { chosen });
  return problem ? [{ ...placeOf(entry), because: problemText(problem) }] : [];
}

function placeOf({ kind, id }: LibraryEntry) {
  return { kind, id };
}
