import type { IncomingHttpHeaders } from 'node:http';

/** One request as every handler of the demo Azure sees it. */
export interface DemoRequest {
  readonly method: string;
  readonly url: URL;
  /** Decoded, repeated slashes collapsed, no trailing slash: the SDKs write `//subscriptions` now and then. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as JSON; undefined where it is empty or is not JSON. */
  json(): unknown;
}

export interface DemoResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** An object is sent as JSON, a string as it is. */
  readonly body?: object | string | undefined;
}

/** Null leaves the request to the next handler. */
export type DemoHandler = (request: DemoRequest) => Promise<DemoResponse | null> | DemoResponse | null;

export function demoRequest(parts: {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}): DemoRequest {
  return { ...parts, path: normalPath(parts.url.pathname), json: () => parseJson(parts.body) };
}

function normalPath(pathname: string): string {
  const collapsed = decode(pathname).replace(/\/{2,}/g, '/');
  return collapsed.length > 1 ? collapsed.replace(/\/$/, '') : collapsed;
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
