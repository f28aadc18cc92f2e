import type { HttpClient } from '@azure/core-rest-pipeline';
import type { Endpoint } from './endpoint';
import { once } from './once';

/** How requests to one endpoint travel: whom they trust, and over which connections. */
export interface Http {
  /** Handed to every client as the same object, as connections are kept by it. */
  readonly trust: { readonly tlsOptions?: { readonly ca: string } };
  /** One for all clients of the endpoint: a connection that one of them opened serves the next. */
  readonly client: () => Promise<HttpClient>;
}

const known = new WeakMap<Endpoint, Http>();

/**
 * The endpoint's one way out: clients are made anew for each run, as they keep their tokens, but connections, which
 * belong to nobody, are kept.
 */
export function httpOf(endpoint: Endpoint): Http {
  const http = known.get(endpoint) ?? createHttp(endpoint);
  known.set(endpoint, http);
  return http;
}

function createHttp({ trustedCertificate }: Endpoint): Http {
  return {
    trust: trustedCertificate === undefined ? {} : { tlsOptions: { ca: trustedCertificate } },
    client: once(async () => {
      const { createDefaultHttpClient } = await import('@azure/core-rest-pipeline');
      return createDefaultHttpClient();
    }),
  };
}
