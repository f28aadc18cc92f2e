import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const importLibrary: Command = {
  name: 'import',
  argument: { name: '<file>', description: 'a zip that `library export` wrote' },
  summary: 'take the entries of another library, and change none that is here',
  options: [{ flags: '--plan', description: 'only tell what would be imported' }, libraryOption],
  notes: `An entry whose id is taken by another one gets a free id, and what names it follows. What is here already is left alone.
Connections of other programs are imported by entra-rdp import.
Example: entra-rdp library import library.zip --plan`,

  async run({ words: [path = ''], options, output, services, signal }) {
    const isPlan = options.flag('plan');
    const library = await (await services()).library();
    const [{ importArchive }, { importText }] = await Promise.all([
      import('../../../profiles/archive/import-archive'),
      import('../../text/import-text'),
    ]);
    const report = await importArchive({
      library,
      path,
      isPlan,
      signal,
      onProgress: (saved, total) => output.progress(`Saving ${saved} of ${total} …`),
    });
    output.progress('');
    output.answer({ ...report, library: library.folder, plan: isPlan }, () =>
      importText(report, { folder: library.folder, isPlan }),
    );
    return 0;
  },
};
