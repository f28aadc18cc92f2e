import { randomUUID } from 'node:crypto';
import type { PcPolicies } from '../../../../shared/client-pc/this-pc';
import { AppError, isAppError } from '../../../../shared/errors/app-error';
import { limits, type RdpDocument, tooLarge } from '../../../../shared/rdp/parse';
import type { RdpFileView } from '../../../../shared/rdp/rdp-file-view';
import type { LiveServices } from '../../live-services';
import type { Desktop } from '../desktop';
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
      const signed = await signWithChosen(desktop, document);
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

/** Null when the person gave up, at the certificate or at its password. */
async function signWithChosen(desktop: Desktop, document: RdpDocument) {
  const certificate = await desktop.askForFile('certificate');
  if (certificate === null) return null;
  const [{ readIdentity }, { createSigner }] = await Promise.all([
    import('../../../rdp-files/signing/identity'),
    import('../../../rdp-files/signing/signer'),
  ]);
  try {
    return await createSigner(await readIdentity({ certificate }, passwordFrom(desktop)))(document);
  } catch (error) {
    if (isAppError(error) && error.code === 'cancelled') return null;
    throw error;
  }
}

function passwordFrom(desktop: Desktop) {
  return async (file: string): Promise<string> => {
    const password = await desktop.askFilePassword(file);
    if (password === null) throw new AppError('cancelled', 'Signing was given up.');
    return password;
  };
}

/** What Windows policies of this PC mean for a file is told where they can be read, and left out elsewhere. */
async function policiesHere(live: LiveServices): Promise<PcPolicies | null> {
  try {
    const { clientPc } = await live.current();
    return await clientPc.policies(AbortSignal.timeout(2000));
  } catch {
    return null;
  }
}
