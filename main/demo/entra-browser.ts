import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { URLSearchParams } from 'node:url';

/**
 * Stands in for the system browser where there is nobody to click: it opens the sign-in page, trusting
 * only the demo's certificate, and posts the page's form to the app, as the page's script would.
 *
 * @throws Error when the page asks something, such as which account.
 */
export function demoBrowser(trustedCertificate: string): (url: string) => Promise<void> {
  return async (url) => {
    const page = await send(url, { ca: trustedCertificate });
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (!action?.startsWith('http:')) throw new Error(`The sign-in page asks for a person: ${titleOf(page)}`);
    const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const form = new URLSearchParams(
      fields.map(([, name = '', value = '']): [string, string] => [unescapeHtml(name), unescapeHtml(value)]),
    );
    await send(unescapeHtml(action), { body: form.toString() });
  };
}

function send(url: string, { ca, body }: { ca?: string; body?: string }): Promise<string> {
  const { protocol } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' },
      agent: false as const,
      // The app listens on 127.0.0.1 alone, whatever else `localhost` may mean here.
      ...(protocol === 'http:' && { family: 4 }),
      ...(ca && { ca }),
    };
    const outgoing = (protocol === 'http:' ? httpRequest : httpsRequest)(url, options, (incoming) => {
      incoming.setEncoding('utf8');
      let text = '';
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () => resolve(text));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function titleOf(page: string): string {
  return /<title>([^<]*)/.exec(page)?.[1] ?? 'an unknown page';
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
