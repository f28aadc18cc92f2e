import { faultsIn } from '../../../../shared/profiles/entry-faults';
import { problemText } from '../../../../shared/profiles/layer-texts';
import type { LibraryEntry } from '../../../../shared/profiles/library-view';
import { layersFor, outsideAzure } from '../../../../shared/profiles/resolve';
import type { Template } from '../../../../shared/profiles/template';
import type { CommandContext } from '../../command';

/** Tells everything that is not right; 1 where something cannot be used. */
export async function checkLibrary({ output, services }: CommandContext): Promise<0 | 1> {
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
}

function brokenNames(entry: LibraryEntry, templates: readonly Template[]) {
  const chosen = entry.kind === 'template' ? entry.id : entry.template;
  if (chosen === null) return [];
  const { problem } = layersFor(outsideAzure, templates, { chosen });
  return problem ? [{ ...placeOf(entry), because: problemText(problem) }] : [];
}

function placeOf({ kind, id }: LibraryEntry) {
  return { kind, id };
}
