import { AppError } from '../../../../shared/errors/app-error';
import { shown } from '../../../../shared/rdp/shown';
import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const settle: Command = {
  name: 'settle',
  argument: { name: '<file>', description: 'as `check` names it: "profiles/web-01 (1).json"' },
  summary: 'decide which of a copy and its entry stays; the other is set aside, not deleted',
  options: [
    {
      flags: '--keep <which>',
      description: 'entry sets the file aside, copy puts it in the place it belongs',
      choices: ['entry', 'copy'],
    },
    libraryOption,
  ],
  notes: 'Example: entra-rdp library settle "profiles/web-01 (1).json" --keep entry',

  async run({ words: [file = ''], options, output, services }) {
    const keep = options.text('keep');
    if (keep !== 'entry' && keep !== 'copy') {
      throw new AppError('invalid-request', 'Say which one stays: --keep entry or --keep copy.');
    }
    const library = await (await services()).library();
    const { problems } = await library.contents();
    const problem = problems.find((one) => one.file === file.replaceAll('\\', '/'));
    if (!problem) {
      throw new AppError(
        'not-found',
        `There is nothing to settle about ${shown(file)}. entra-rdp library check names the files there are.`,
      );
    }
    await library.settle(problem, keep);
    output.answer({ file: problem.file, kept: keep }, () =>
      keep === 'entry' ? `Set ${problem.file} aside.` : `${problem.file} is the entry now.`,
    );
    return 0;
  },
};
