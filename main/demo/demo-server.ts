import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { URL } from 'node:url';
import { AppError } from '../../shared/errors/app-error';
import type { DemoCertificate } from './certificate';
import { type DemoHandler, type DemoRequest, type DemoResponse, demoRequest } from './demo-http';

export interface DemoServer {
  /** `https://localhost:<port>` */
  readonly origin: string;
  /** Requests are refused with 503 until there is something to answer them. */
  serve(handler: DemoHandler, onAnswered: (request: DemoRequest, response: DemoResponse) => void): void;
  /** Refuses every connection until `resume`, as a machine does that cannot be reached. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

const longestBody = 1_000_000;

/** One HTTPS server on loopback. */
export async function startServer(
  { certificate, key }: DemoCertificate,
  { delayMs, port }: { readonly delayMs: number; readonly port: number },
): Promise<DemoServer> {
  let handle: DemoHandler = () => ({ status: 503 });
  let answered: (request: DemoRequest, response: DemoResponse) => void = () => undefined;

  const server = createServer({ cert: certificate, key, keepAlive: true }, (incoming, outgoing) => {
    void (async () => {
      const body = await bodyOf(incoming);
      if (body === null) return send(outgoing, { status: 413 });
      if (delayMs > 0) await wait(delayMs);
      const request = demoRequest({
        method: incoming.method ?? 'GET',
        url: new URL(incoming.url ?? '/', origin),
        headers: incoming.headers,
        body,
      });
      const response = (await handle(request)) ?? { status: 404, body: { error: { code: 'NotFound' } } };
      answered(request, response);
      send(outgoing, response);
    })().catch((error: unknown) => send(outgoing, { status: 500, body: brokenJson(error) }));
  });
  await listen(server, port);
  const ownPort = portOf(server);
  const origin = `https://localhost:${ownPort}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    origin,
    serve(handler, onAnswered) {
      handle = handler;
      answered = onAnswered;
    },
    pause: close,
    resume: () => listen(server, ownPort),
    close,
  };
}

/** Null for a body that is too long to be a question. */
async function bodyOf(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read to its end all the same: a connection cut off in the middle hears no answer.
    if (length <= longestBody) chunks.push(chunk);
  }
  return length > longestBody ? null : Buffer.concat(chunks).toString('utf8');
}

function send(outgoing: ServerResponse, { body, headers, status }: DemoResponse): void {
  if (outgoing.headersSent || outgoing.destroyed) return;
  const isJson = typeof body === 'object';
  const bytes = Buffer.from(isJson ? JSON.stringify(body) : (body ?? ''));
  outgoing.writeHead(status, {
    ...(isJson && { 'content-type': 'application/json; charset=utf-8' }),
    'cache-control': 'no-store',
    ...(status !== 204 && { 'content-length': String(bytes.length) }),
    ...headers,
  });
  outgoing.end(bytes);
}

function brokenJson(error: unknown): object {
  const message = error instanceof Error ? error.message : String(error);
  return { error: { code: 'InternalServerError', message: `The demo Azure failed: ${message}` } };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new AppError('unreachable', `The demo Azure could not open port ${port} on this machine.`, {
          help: 'demo-azure',
          cause: error,
        }),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
