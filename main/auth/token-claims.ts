import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';

const Claims = z.object({
  exp: z.number(),
  oid: z.string(),
  name: z.string().optional(),
  scp: z.string().default(''),
  /** Issuer of a guest: `https://sts.windows.net/<home tenant>/`. */
  idp: z.string().optional(),
});

/**
 * What an access token of the Azure CLI says of its owner. A client has no business reading its own
 * tokens, but the CLI tells neither the object id nor, in older versions, when a token ends as UTC.
 *
 * @throws AppError `unexpected` when it is no token as we know them.
 */
export function claimsOfToken(token: string) {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { exp, oid, name, scp, idp } = Claims.parse(JSON.parse(payload));
    return {
      expiresAt: exp * 1000,
      oid,
      name,
      permissions: scp.split(' ').filter(Boolean),
      home: /^https:\/\/sts\.[^/]+\/([0-9a-f-]{36})\/?$/i.exec(idp ?? '')?.[1],
    };
  } catch (cause) {
    throw new AppError('unexpected', 'The Azure CLI handed out a token that cannot be read.', { cause });
  }
}
