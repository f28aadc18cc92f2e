import { AppError } from '../../../../shared/errors/app-error';
import type { Command, CommandContext } from '../../command';
import { outOption, saveTo } from './rdp-options';

const signatureNotes = {
  none: undefined,
  kept: 'It is still signed: the signature does not cover what was changed.',
  removed: 'Its signature was taken out, as the change would have broken it. Sign the file again.',
} as const;

export const set: Command = {
  name: 'set',
  argument: { name: '<words...>', description: 'an .rdp file, then settings: "name:type:value"' },
  summary: 'change settings of an .rdp file, and leave every other byte as it is',
  options: [{ flags: '--remove <name>', description: 'take a setting out', isRepeatable: true }, outOption],
  notes: `Without --out the file is changed in place, whole or not at all. Further lines of the same name go; a signature that
the change would break goes too, and is told.
Example: entra-rdp rdp set server.rdp redirectclipboard:i:0 "full address:s:web-01"`,

  async run({ words: [file = '', ...texts], options, output }: CommandContext) {
    const remove = options.list('remove');
    if (texts.length === 0 && remove.length === 0) {
      throw new AppError('invalid-request', 'Say what to change: "name:type:value", or --remove NAME.');
    }
    const [{ readRdpFile }, { applyEdits, isKnown, settingFrom }] = await Promise.all([
      import('../../../rdp-files/read-rdp-file'),
      import('../../../../shared/rdp/edits'),
    ]);
    const wanted = texts.map(settingFrom);
    const before = await readRdpFile(file);
    const { document, signature } = applyEdits(before, { set: wanted, remove });
    const saved = await saveTo(file, options.text('out'), document.bytes);

    output.answer({ file: saved, set: wanted, removed: remove, signature }, () => `Wrote ${saved}.`);
    for (const setting of wanted.filter((one) => !isKnown(one))) {
      output.note(`“${setting.name}” is not a setting we know of; clients may pass over it.`);
    }
    const note = signatureNotes[signature];
    if (note) output.note(note);
    return 0;
  },
};
