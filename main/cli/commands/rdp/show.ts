import type { Command } from '../../command';
import { fileArgument } from './rdp-options';

export const show: Command = {
  name: 'show',
  argument: fileArgument,
  summary: 'what an .rdp file says, line by line, and what it means',
  notes: 'Passwords and tokens are not shown. Example: entra-rdp rdp show server.rdp',

  async run({ words: [file = ''], output }) {
    const [{ readRdpFile }, { describeRdp }, { describedText }] = await Promise.all([
      import('../../../rdp-files/read-rdp-file'),
      import('../../../../shared/rdp/describe'),
      import('../../text/rdp-text'),
    ]);
    const described = describeRdp(await readRdpFile(file));
    output.answer({ file, ...described }, () => describedText(file, described, output.paint));
    return 0;
  },
};
