import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const exportLibrary: Command = {
  name: 'export',
  argument: { name: '<file>', description: 'the zip to write' },
  summary: 'the whole library as one zip',
  options: [libraryOption],
  notes: `Unpacked it is a library again; entra-rdp library import takes it into another one.
Example: entra-rdp library export library.zip`,

  async run({ words: [place = ''], output, services }) {
    const library = await (await services()).library();
    const [{ exportLibrary: write }, { counted }] = await Promise.all([
      import('../../../profiles/archive/export-library'),
      import('../../text/library-text'),
    ]);
    const exported = await write(library, place);
    const { file, templates, profiles, leftOut } = exported;
    output.answer(
      exported,
      () => `Wrote ${file}: ${counted(templates, 'template')} and ${counted(profiles, 'profile')}.`,
    );
    for (const because of leftOut) output.note(`Left out: ${because}`);
    return 0;
  },
};
