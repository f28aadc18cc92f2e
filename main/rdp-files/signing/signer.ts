import { sign } from 'node:crypto';
import { promisify } from 'node:util';
import { prepareToSign, type SignableRdp } from '../../../shared/rdp/signature/prepare';
import { utf16File } from '../utf16-file';
import { blobMaker } from './cms-write';
import type { SigningIdentity } from './identity';

export interface SignedRdp {
  readonly bytes: Uint8Array;
  readonly scope: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Signs one file after another with the same certificate. The RSA operation runs in the runtime's pool of
 * threads: the caller's thread stays free, and as many files are signed at once as are asked for, up to the
 * size of that pool.
 *
 * @throws AppError `invalid-request` for a file that cannot be signed.
 */
export type RdpSigner = (file: SignableRdp & { readonly bytes: Uint8Array }) => Promise<SignedRdp>;

const signInPool = promisify(sign);

export function createSigner({ key, certificate, chain }: SigningIdentity): RdpSigner {
  const modulusBits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  const makeBlob = blobMaker(
    [certificate, ...chain].map(({ raw }) => raw),
    Math.ceil(modulusBits / 8),
  );
  return async (document) => {
    const { message, scope, warnings, withSignature } = prepareToSign(document);
    const signature = await signInPool('sha256', Buffer.from(message, 'utf16le'), key);
    return { bytes: utf16File(withSignature(makeBlob(signature))), scope, warnings };
  };
}
