import { isAppError } from '../../shared/errors/app-error';
import {
  notesOnSignature,
  type WantedConnection,
  whyNotAsItIs,
  withUserName,
} from '../../shared/launch/signed-file';
import type { UsedFile } from '../../shared/launch/used-file';
import { type FileWanted, profilesWithFile } from '../../shared/profiles/fitting-file';
import { connectionIn } from '../../shared/rdp/connection';
import { type RdpDocument, settingsIn } from '../../shared/rdp/parse';
import { signerName } from '../../shared/rdp/signature/signer-name';
import type { SignerCertificate } from '../../shared/rdp/signature/verification';
import { rdpDocumentIn } from '../rdp-files/read-rdp-file';
import { type TrustedRoots, verifyRdp } from '../rdp-files/signing/verify';
import type { Library } from './library';

/** A signed file, ready to be opened. */
export interface SignedFile {
  readonly document: RdpDocument;
  readonly host: string;
  readonly username: string | null;
  readonly used: UsedFile;
  readonly certificate: Pick<SignerCertificate, 'thumbprint' | 'sha256'>;
}

export interface LookedFor {
  readonly file: SignedFile | null;
  /** Files that were there and were not used, a sentence each. */
  readonly passedOver: readonly string[];
}

export type SignedFileWanted = FileWanted & WantedConnection;

/**
 * The finished file that the library keeps for a connection, as the helpdesk signed it. A library that cannot be
 * read never stops who connects: it is told.
 */
export async function signedFileInLibrary(
  openLibrary: () => Promise<Pick<Library, 'contents' | 'keptFile'>>,
  wanted: SignedFileWanted,
): Promise<LookedFor> {
  try {
    const library = await openLibrary();
    const { profiles } = await library.contents();
    const fitting = profilesWithFile(
      profiles.map(({ entry }) => entry),
      wanted,
    );
    const passedOver: string[] = [];
    for (const profile of fitting) {
      const judged = await readAndJudge(profile.name, () => library.keptFile(profile, wanted.route), wanted);
      if (typeof judged !== 'string') return { file: named(judged, profile), passedOver };
      passedOver.push(judged);
    }
    return { file: null, passedOver };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { file: null, passedOver: [`No signed file was looked for in the library. ${error.message}`] };
  }
}

/** The same of a file that a person named. One that nobody signed is no surprise to them: nothing is said. */
export async function signedFileGiven(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  wanted: WantedConnection,
): Promise<LookedFor> {
  const judged = await readAndJudge(name, async () => bytes, wanted);
  if (typeof judged !== 'string') return { file: judged, passedOver: [] };
  const isSigned = rdpDocumentIn(bytes, name).lines.some(({ setting }) => setting?.name === 'signature');
  return { file: null, passedOver: isSigned ? [judged] : [] };
}

/** Whether the publisher is trusted is Windows' question to the person: reading the system's roots takes longer than all else. */
const nobody: TrustedRoots = { judgedBy: 'given-roots', certificates: [] };

/** The file as it would be opened, or a sentence that says why it is not. */
async function readAndJudge(
  name: string,
  read: () => Promise<Uint8Array>,
  wanted: WantedConnection,
): Promise<SignedFile | string> {
  try {
    const document = rdpDocumentIn(await read(), name);
    const verification = verifyRdp(document, nobody);
    const because = whyNotAsItIs(document, verification, wanted);
    const connection = connectionIn(settingsIn(document));
    const certificate = verification.signer;
    if (because !== null || !connection || !certificate) {
      return notUsed(name, because ?? 'it does not say where it leads, or who signed it');
    }

    const completed = withUserName(document, wanted);
    const isAdded = completed !== null && verifyRdp(completed, nobody).valid;
    return {
      document: isAdded ? completed : document,
      host: connection.host,
      username: isAdded ? wanted.username : connection.username,
      used: {
        id: null,
        name,
        signer: signerName(verification) ?? 'an unnamed publisher',
        added: isAdded ? ['username'] : [],
        notes: notesOnSignature(document, verification),
      },
      certificate,
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return notUsed(name, error.message);
  }
}

function named(file: SignedFile, { id, name }: { readonly id: string; readonly name: string }): SignedFile {
  return { ...file, used: { ...file.used, id, name } };
}

function notUsed(name: string, because: string): string {
  return `The finished file “${name}” is not used: ${because}${because.endsWith('.') ? '' : '.'}`;
}
