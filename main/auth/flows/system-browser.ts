import { request as httpRequest } from 'node:http';
import { URL as NodeUrl } from 'node:url';
import { AppError } from '../../../shared/errors/app-error';
import { orAbort } from '../or-abort';
import type { Flow } from './flow';
import { donePage, failedPage } from './loopback-pages';

/** Signs in with the person's own browser, which answers on a loopback address. */
export function systemBrowser(openBrowser: (url: string) => Promise<void>): Flow {
  return async (client, request) => {
    const { authority, scopes, alsoConsent, loginHint, claims, signal } = request;
    const result = client.acquireTokenInteractive({
      authority,
      scopes: [...scopes],
      extraScopesToConsent: [...alsoConsent],
      ...(loginHint ? { loginHint } : { prompt: 'select_account' }),
      ...(claims && { claims }),
      successTemplate: donePage,
      errorTemplate: failedPage,
      openBrowser: async (url) => {
        // MSAL cannot be cancelled while it listens, so the loopback address is told that nobody comes.
        signal.addEventListener('abort', () => endListening(url), { once: true });
        if (signal.aborted) return endListening(url);
        await openBrowser(url).catch((cause: unknown) => {
          throw new AppError(
            'unexpected',
            'The browser could not be opened to sign in. Sign in with a device code instead.',
            { cause },
          );
        });
      },
    });
    return await orAbort(result, signal, 'The sign-in was cancelled.');
  };
}

function endListening(authorizeUrl: string): void {
  const { searchParams } = new NodeUrl(authorizeUrl);
  const { port } = new NodeUrl(searchParams.get('redirect_uri') ?? 'http://localhost');
  const body = `error=access_denied&state=${encodeURIComponent(searchParams.get('state') ?? '')}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/', headers, agent: false });
  // When it no longer listens there is nothing to end.
  post.on('error', () => undefined);
  post.on('response', (incoming) => incoming.resume());
  post.end(body);
}
