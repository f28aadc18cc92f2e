import { AppError } from '../../../../shared/errors/app-error';
import type { Conversion } from '../../../../shared/rdp/convert';
import type { Command } from '../../command';
import { fileArgument, outOption, saveTo } from './rdp-options';

export const convert: Command = {
  name: 'convert',
  argument: fileArgument,
  summary: 'write an .rdp file in another encoding',
  options: [
    {
      flags: '--encoding <encoding>',
      description: 'utf-16le as Windows writes it (which every client reads), or utf-8 without a mark',
      choices: ['utf-16le', 'utf-8'],
    },
    { flags: '--line-ends <ends>', description: 'in place of those it has', choices: ['crlf', 'lf'] },
    outOption,
  ],
  notes:
    'A signature stays valid. Example: entra-rdp rdp convert old.rdp --encoding utf-16le --line-ends crlf',

  async run({ words: [file = ''], options, output }) {
    const [{ readRdpFile }, { convertRdp, losesBytes }] = await Promise.all([
      import('../../../rdp-files/read-rdp-file'),
      import('../../../../shared/rdp/convert'),
    ]);
    const encoding = (options.text('encoding') ?? 'utf-16le') as Conversion['encoding'];
    const lineEnds = options.text('line-ends') as Conversion['lineEnds'];
    const out = options.text('out');
    const document = await readRdpFile(file);
    const isLossy = losesBytes(document);
    if (isLossy && out === undefined) {
      throw new AppError(
        'invalid-request',
        `${file} was not converted: some of its bytes are no text and would be lost. Give the result a place of its own: --out FILE.`,
        { help: 'rdp-encoding' },
      );
    }
    const saved = await saveTo(file, out, convertRdp(document, { encoding, lineEnds }));
    output.answer(
      { file: saved, from: document.encoding, encoding, lossy: isLossy },
      () => `Wrote ${saved}.`,
    );
    if (isLossy) output.note('Bytes that are no text became \ufffd.');
    return 0;
  },
};
