import { Agent, type RequestOptions, request } from 'node:https';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { z } from 'zod';
import type { EntraProblem } from './entra-errors';

/** MSAL's way out. It hides why a request failed, so the last reasons are kept here for our own words. */
export interface EntraNetwork extends INetworkModule {
  /** Why Entra ID could not be reached; null once it was. */
  lastFailure(): Error | null;
  /** What Entra ID last said no with, whole. */
  lastRefusal(): EntraProblem | null;
  close(): void;
}

const requestTimeoutMs = 30_000;

/**
 * Requests over Node's own https. `trustedCertificate` is trusted by these requests alone, so that the
 * demo's certificate never widens what the process trusts.
 */
export function httpsNetwork(trustedCertificate?: string): EntraNetwork {
  const agent = new Agent({ keepAlive: true, ...(trustedCertificate && { ca: trustedCertificate }) });
  let lastFailure: Error | null = null;
  let lastRefusal: EntraProblem | null = null;

  // MSAL names a body's type itself; `never` fits whichever it names.
  async function send(
    method: string,
    url: string,
    options: NetworkRequestOptions = {},
    timeout = requestTimeoutMs,
  ): Promise<NetworkResponse<never>> {
    try {
      const headers = options.headers ?? {};
      const answer = await exchange(url, options.body, { agent, method, headers, timeout });
      lastFailure = null;
      const read = readJson(answer.body, answer.status);
      lastRefusal = refusalIn(read) ?? lastRefusal;
      return { ...answer, body: read as never };
    } catch (error) {
      lastFailure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  return {
    sendGetRequestAsync: (url, options, timeout) => send('GET', url, options, timeout),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
    lastFailure: () => lastFailure,
    lastRefusal: () => lastRefusal,
    close: () => agent.destroy(),
  };
}

function exchange(
  url: string,
  body: string | undefined,
  options: RequestOptions,
): Promise<NetworkResponse<string>> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: flatten(incoming.headers),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`No answer within ${options.timeout} ms`)));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** A proxy's or a captive portal's HTML page is no answer of Entra ID. */
function readJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`The answer (HTTP ${status}) was not Entra ID's`);
  }
}

const Refusal = z.object({
  error: z.string(),
  suberror: z.string().default(''),
  error_description: z.string().default(''),
  error_codes: z.array(z.number()).default([]),
});

function refusalIn(answer: unknown): EntraProblem | null {
  const { data } = Refusal.safeParse(answer);
  if (!data) return null;
  const { error, suberror, error_description: description, error_codes: numbers } = data;
  return { error, suberror, numbers, description };
}
