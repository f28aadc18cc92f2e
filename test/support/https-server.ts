import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Endpoint } from '../../main/azure/endpoint';
import { makeCertificate } from '../../main/demo/certificate';
import { clouds } from '../../shared/azure/cloud';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  /** JSON, unless it is a text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestServer {
  /** A cloud whose Azure and Graph are this server. */
  readonly endpoint: Endpoint;
  readonly received: readonly Exchange[];
  close(): Promise<void>;
}

/** A server over TLS that answers as a test says; null never answers. */
export async function startHttpsServer(answer: (exchange: Exchange) => Reply | null): Promise<TestServer> {
  const { certificate, key } = makeCertificate();
  const received: Exchange[] = [];
  const server = createServer({ cert: certificate, key }, (request, response) => {
    void readAll(request).then((body) => {
      const url = new URL(request.url ?? '/', 'https://localhost');
      const exchange: Exchange = {
        method: request.method ?? '',
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        authorization: request.headers.authorization ?? '',
        body,
      };
      received.push(exchange);
      send(response, answer(exchange));
    });
  });
  const port = await listen(server);
  const origin = `https://localhost:${port}`;
  return {
    endpoint: {
      cloud: { ...clouds.global, arm: origin, graph: origin },
      trustedCertificate: certificate,
    },
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}

function send(response: ServerResponse, reply: Reply | null): void {
  if (!reply) return;
  const { status, body = {}, headers } = reply;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
