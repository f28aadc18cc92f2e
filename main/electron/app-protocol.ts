import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { URL } from 'node:url';
import { type ProtocolResponse, protocol } from 'electron';
import { pageHeaders } from './content-security-policy';

export const appOrigin = 'app://entra-rdp';
/** Of its own, so that neither page can reach into the other. */
export const passwordOrigin = 'app://password';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Chromium's code for a file that is not there. */
const notFound: ProtocolResponse = { error: -6 };

/** Must run before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

interface Pages {
  readonly rendererFolder: string;
  readonly passwordPage: (nonce: string) => string;
  /** Settled when a script of the app's page may run. */
  readonly beforeScripts: Promise<unknown>;
  /** Called once, when the page has its first scripts and is busy with them. */
  readonly afterScripts: () => void;
}

/** Scripts that belong together are asked for within this time, in milliseconds. */
const togetherMs = 5;

/**
 * Serves the built renderer as `app://entra-rdp/` and the password page as `app://password/`.
 *
 * By buffer and not by `protocol.handle`: the first Response in the main process loads undici, which
 * costs 35 ms of the start.
 */
export function serveAppProtocol(pages: Pages): void {
  const scriptServed = onceQuiet(pages.afterScripts, togetherMs);
  protocol.registerBufferProtocol('app', (request, respond) => {
    const url = new URL(request.url);
    void answer(request.method, url, pages)
      .catch(() => notFound)
      .then((response) => {
        respond(response);
        if (isScript(url.pathname)) scriptServed();
      });
  });
}

/** Calls `act` once, when what is returned has been called and then not again for a while. */
function onceQuiet(act: () => void, quietMs: number): () => void {
  let isDone = false;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    if (isDone) return;
    timer = setTimeout(() => {
      isDone = true;
      act();
    }, quietMs);
  };
}

function isScript(path: string): boolean {
  return extname(path) === '.js';
}

async function answer(method: string, url: URL, pages: Pages): Promise<ProtocolResponse> {
  if (method !== 'GET') return notFound;
  const nonce = randomBytes(16).toString('base64');
  if (url.host === 'password') return page(pages.passwordPage(nonce), nonce);

  const file = fileInside(pages.rendererFolder, url);
  if (url.host !== 'entra-rdp' || file === undefined) return notFound;
  const [data] = await Promise.all([readFile(file), isScript(file) && pages.beforeScripts]);
  if (extname(file) === '.html') return page(withNonce(data.toString('utf8'), nonce), nonce);
  return {
    data,
    mimeType: mediaTypes[extname(file)] ?? 'application/octet-stream',
    charset: 'utf-8',
    headers: { 'x-content-type-options': 'nosniff' },
  };
}

function page(html: string, nonce: string): ProtocolResponse {
  return { data: Buffer.from(html), mimeType: 'text/html', charset: 'utf-8', headers: pageHeaders(nonce) };
}

/** The page finds the nonce in its `csp-nonce` meta tag, which is built empty. */
function withNonce(html: string, nonce: string): string {
  return html.replace(/(<meta name="csp-nonce" content=")(")/, `$1${nonce}$2`);
}

/** The file a URL names inside the folder; undefined for one that would lead out of it. */
function fileInside(folder: string, url: URL): string | undefined {
  const path = decodeURIComponent(url.pathname);
  const file = join(folder, path === '/' ? 'index.html' : path);
  return file.startsWith(folder + sep) && !path.includes('\0') ? file : undefined;
}
