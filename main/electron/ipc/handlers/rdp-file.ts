import { randomUUID } from 'node:crypto';
import { AppError } from '../../../../shared/errors/app-error';
import { limits, type RdpDocument, tooLarge } from '../../../../shared/rdp/parse';
import type { RdpFileView } from '../../../../shared/rdp/rdp-file-view';
import { chooseSigner } from '../choose-signer';
import { policiesHere } from '../policies-here';
import type { RoomContext, RoomHandlers } from '../room-context';

/** The file in view: its bytes as they were looked at, so that what is signed is what was shown. */
interface InHand {
  readonly id: string;
  readonly document: RdpDocument;
  /** Its path, or the name of one that was dropped. */
  readonly place: string;
}

export function rdpFileHandlers({ live, desktop }: RoomContext): RoomHandlers<'rdpFile'> {
  let inHand: InHand | null = null;

  async function look(document: RdpDocument, place: string): Promise<RdpFileView> {
    const id = randomUUID();
    inHand = { id, document, place };
    const { viewOf } = await import('../../../rdp-files/view-of');
    return viewOf(id, document, place, await policiesHere(live));
  }

  return {
    async open() {
      const path = await desktop.askForFile('rdp');
      if (path === null) return null;
      const { readRdpFile } = await import('../../../rdp-files/read-rdp-file');
      return look(await readRdpFile(path), path);
    },
    async look({ name, size, bytes }) {
      if (size > limits.fileBytes) throw tooLarge(size);
      const { rdpDocumentIn } = await import('../../../rdp-files/read-rdp-file');
      return look(rdpDocumentIn(bytes, name), name);
    },
    async sign({ id }) {
      if (inHand?.id !== id) {
        throw new AppError(
          'invalid-request',
          'Nothing was signed: another file is in view by now. Open this one again.',
        );
      }
      const { document, place } = inHand;
      const signer = await chooseSigner(desktop);
      const signed = signer && (await signer.sign(document));
      const target = signed && (await desktop.askWhereToSave(place));
      if (!signed || target === null) return { outcome: 'given-up' };
      const [{ saveProfile }, { readRdpFile }] = await Promise.all([
        import('../../../rdp-files/save-profile'),
        import('../../../rdp-files/read-rdp-file'),
      ]);
      const file = await saveProfile(target, signed.bytes);
      const view = await look(await readRdpFile(file), file);
      return { outcome: 'signed', file, warnings: [...signed.warnings], view };
    },
  };
}
