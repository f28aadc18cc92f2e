import type { GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { AppError } from '../../shared/errors/app-error';
import type { Audience, TokenSource } from './token-source';

/**
 * Our tokens as the Azure SDKs want them. The scopes the SDKs name are left alone: they say the global
 * cloud's whatever the endpoint is. Claims of a challenge and the abort signal are passed on.
 */
export function azureCredential(
  tokens: TokenSource,
  tenantId?: string,
  audience: Audience = 'arm',
  permissions?: readonly string[],
): TokenCredential {
  return {
    async getToken(_scopes: string | string[], options: GetTokenOptions = {}) {
      const { token, expiresAt } = await tokens.getToken({
        audience,
        // The tenant a challenge names wins, as another subscription's tenant does.
        tenantId: options.tenantId ?? tenantId,
        ...(permissions && { scopes: permissions }),
        claims: options.claims,
        signal: toSignal(options.abortSignal),
      });
      return { token, expiresOnTimestamp: expiresAt };
    },
  };
}

/** The SDKs' own signals are AbortSignals in all but their type. */
function toSignal(like: GetTokenOptions['abortSignal']): AbortSignal | undefined {
  if (like === undefined || like instanceof AbortSignal) return like;
  const controller = new AbortController();
  const abort = () => controller.abort(new AppError('cancelled', 'It was cancelled.'));
  if (like.aborted) abort();
  like.addEventListener('abort', abort);
  return controller.signal;
}
