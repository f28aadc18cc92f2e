import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error';
import {
  type Imported,
  type ImportedProfile,
  type LeftOut,
  nameFrom,
} from '../../../shared/profiles/import/imported';
import { readRdpDocument } from '../../../shared/profiles/import/read-rdp-document';
import type { RdpDocument } from '../../../shared/rdp/parse';
import type { Verification } from '../../../shared/rdp/signature/verification';
import { rdpDocumentIn } from '../../rdp-files/read-rdp-file';
import { type TrustedRoots, verifyRdp } from '../../rdp-files/signing/verify';
import type { ListedFile } from './read-manifest';

/**
 * Reads one .rdp file as a profile. A signed file that holds is kept as it is, byte for byte; of any other the settings
 * are taken.
 *
 * @param listed what the manifest of a batch says of it.
 * @throws AppError `unreadable` for a file that is none or names no computer.
 */
export function readRdpSource(
  bytes: Uint8Array,
  path: string,
  place: string,
  listed: ListedFile | null,
): Omit<Imported, 'origin'> {
  const document = rdpDocumentIn(bytes, path);
  const { profile, leftOut, holdsSecret } = readRdpDocument(document, place);
  if (!profile) {
    throw new AppError(
      'unreadable',
      `${path} was not imported: it names no computer, as it has no “full address”.`,
    );
  }
  const verification = verifyRdp(document, noRoots);
  const isKept = verification.valid && !holdsSecret;
  return {
    program: 'rdp-file',
    templates: [],
    profiles: [
      {
        ...profile,
        place,
        name: nameFrom(basename(path).replace(/\.rdp$/i, ''), 'Connection'),
        notes: '',
        vmId: listed?.vmId ?? null,
        tenantId: listed?.tenantId ?? null,
        computerName: listed?.computerName ?? null,
        template: null,
        kept: {},
        file: isKept ? fileOf(profile, document) : null,
      },
    ],
    leftOut: [...leftOut, ...signatureLeftOut(verification, holdsSecret, place)],
  };
}

/** Whom this PC trusts is asked when the file is used: here it matters that nobody changed it. */
const noRoots: TrustedRoots = { judgedBy: 'given-roots', certificates: [] };

function fileOf({ route }: Pick<ImportedProfile, 'route'>, { bytes }: RdpDocument): ImportedProfile['file'] {
  return { route: route ?? 'password', bytes };
}

function signatureLeftOut(
  { signed, valid, problems }: Verification,
  holdsSecret: boolean,
  place: string,
): LeftOut[] {
  if (!signed || (valid && !holdsSecret)) return [];
  const broken = problems.find(({ severity }) => severity === 'broken');
  const because = valid
    ? 'A password or token stands in the signed file, so it is not kept as it is. Its settings were taken.'
    : `It does not hold: ${broken?.found ?? 'the file was changed after it was signed.'} Its settings were taken.`;
  return [{ place, what: 'the signature', because }];
}
