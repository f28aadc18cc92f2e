import { AppError } from '../../../shared/errors/app-error';
import type { ImportProgress } from '../../../shared/profiles/library-view';
import { visible } from '../../../shared/rdp/shown';
import type { Command } from '../command';
import { libraryOption } from './library-option';

export const importCommand: Command = {
  name: 'import',
  argument: { name: '<paths...>', description: 'files and folders: .rdp, .rdg, confCons.xml' },
  summary: 'take .rdp files, RDCMan and mRemoteNG connections into the profile library',
  options: [{ flags: '--plan', description: 'only tell what would be imported' }, libraryOption],
  notes: `Folders are searched for .rdp files, .rdg files of RDCMan and XML files of mRemoteNG. Groups become templates that
inherit from each other. Passwords are never imported; whatever else is left out is listed with the reason.
Importing the same again updates what nobody changed here, and never imports twice.
Ends with 1 when a path could not be imported at all; the others are.
Example: entra-rdp import servers.rdg downloads/ --plan`,

  async run({ words: paths, options, output, services, signal }) {
    if (paths.some((path) => path.trim() === '')) {
      throw new AppError('invalid-request', 'A path is empty. Name files or folders to import.');
    }
    const isPlan = options.flag('plan');
    const [{ importIntoLibrary }, { importText }] = await Promise.all([
      import('../../profiles/import/import-into-library'),
      import('../text/import-text'),
    ]);
    const library = await (await services()).library();
    const { report, failed } = await importIntoLibrary({
      library,
      paths,
      isPlan,
      signal,
      onProgress: (progress) => output.progress(progressText(progress)),
    });
    output.progress('');
    const [first] = failed;
    // Asked for one path, its failure is the command's.
    if (first && paths.length === 1) throw first.error;
    const { profiles, templates, leftOut } = report;
    output.answer({ profiles, templates, leftOut, library: library.folder, plan: isPlan }, () =>
      importText(report, { folder: library.folder, isPlan }),
    );
    return first ? 1 : 0;
  },
};

function progressText(progress: ImportProgress): string {
  return progress.stage === 'reading'
    ? `Reading ${visible(progress.place)} …`
    : `Saving ${progress.saved} of ${progress.total} …`;
}
