import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';

/**
 * One retry, at once: somebody watches a pre-flight run, and a fact that is missing is told as such and can be
 * asked again. The SDKs' own three retries with up to 64 seconds between them serve programs nobody waits for.
 */
export const retryOptions = { maxRetries: 1, retryDelayInMs: 200, maxRetryDelayInMs: 1000 };

/** The longest wait a service may ask for before its "too many requests" is told instead. */
const patienceMs = 2000;

/** Where `patience` leaves the seconds a service asked for, once it has decided not to wait. */
export const retryAfterSecondsHeader = 'x-entra-rdp-retry-after';

/**
 * The SDKs wait as long as a Retry-After header says: minutes, on a bad day. An operation under way (202) is not being
 * refused: it is asked about as seldom as the service wishes.
 */
export const patience: PipelinePolicy = {
  name: 'patience',
  async sendRequest(request, next) {
    const response = await next(request);
    if (response.status === 202) return response;
    const waitMs = waitAskedFor(response);
    if (waitMs !== null && waitMs > patienceMs) {
      for (const header of retryAfterHeaders) response.headers.delete(header);
      response.headers.set(retryAfterSecondsHeader, String(Math.ceil(waitMs / 1000)));
    }
    return response;
  },
};

const retryAfterHeaders = ['retry-after-ms', 'x-ms-retry-after-ms', 'retry-after'] as const;

function waitAskedFor({ headers }: PipelineResponse): number | null {
  for (const header of retryAfterHeaders) {
    const value = headers.get(header);
    if (value === undefined) continue;
    const number = Number(value);
    if (Number.isFinite(number)) return header === 'retry-after' ? number * 1000 : number;
    const date = Date.parse(value);
    if (Number.isFinite(date)) return date - Date.now();
  }
  return null;
}

/** A service that speaks JSON answered with something else: a captive portal's or a proxy's page. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

/** The SDKs take a page of HTML for an object without properties, and fail far from the cause. */
export const jsonOnly: PipelinePolicy = {
  name: 'jsonOnly',
  async sendRequest(request, next) {
    const response = await next(request);
    const type = response.headers.get('content-type');
    if (response.status === 200 && type !== undefined && !/json/i.test(type)) {
      throw new NotJson(`expected JSON from ${new URL(request.url).host}, got ${type}`);
    }
    return response;
  },
};
