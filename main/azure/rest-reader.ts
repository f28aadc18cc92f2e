import type { TokenCredential } from '@azure/core-auth';
import type { Pipeline } from '@azure/core-rest-pipeline';
import type { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';
import type { Http } from './http-client';
import { jsonOnly, patience, retryOptions } from './http-policies';
import { once } from './once';

interface RestRequest<Answer extends z.ZodType> {
  /** Path below the origin, and its query. Values of `query` are encoded here. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; without one the request is a GET. */
  readonly body?: unknown;
  /** What we read of the answer: the rest of it is dropped. */
  readonly answer: Answer;
  readonly signal: AbortSignal;
}

export interface RestReader {
  /** @throws RestError as the SDKs do, for `callArm` and `callGraph` to explain. */
  readonly read: <Answer extends z.ZodType>(request: RestRequest<Answer>) => Promise<z.infer<Answer>>;
}

interface Options {
  readonly origin: string;
  readonly scope: string;
  readonly credential: TokenCredential;
  readonly http: Http;
}

/** Reads JSON through the SDKs' own pipeline: bearer token, claims challenges, proxy, one retry. */
export function createRestReader({ origin, scope, credential, http }: Options): RestReader {
  const pipelineReady = once(() => createPipeline(scope, credential, http));

  return {
    async read({ path, query = {}, headers = {}, body, answer, signal }) {
      const { createHttpHeaders, createPipelineRequest, RestError } = await import(
        '@azure/core-rest-pipeline'
      );
      const [pipeline, httpClient] = await Promise.all([pipelineReady(), http.client()]);
      const url = `${origin}${path}${queryString(query)}`;
      const request = createPipelineRequest({
        url,
        method: body === undefined ? 'GET' : 'POST',
        headers: createHttpHeaders({ accept: 'application/json', ...headers }),
        abortSignal: signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (body !== undefined) request.headers.set('content-type', 'application/json');

      const response = await pipeline.sendRequest(httpClient, request);
      if (response.status !== 200) {
        const code = codeOf(response.bodyAsText);
        throw new RestError(`${request.method} ${path} answered ${response.status}`, {
          statusCode: response.status,
          response,
          ...(code !== undefined && { code }),
        });
      }
      return accept(answer, response.bodyAsText, path);
    },
  };
}

async function createPipeline(scope: string, credential: TokenCredential, http: Http): Promise<Pipeline> {
  const { bearerTokenAuthenticationPolicy, createPipelineFromOptions } = await import(
    '@azure/core-rest-pipeline'
  );
  const pipeline = createPipelineFromOptions({ retryOptions, ...http.trust });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: scope }));
  pipeline.addPolicy(patience, { afterPhase: 'Sign' });
  pipeline.addPolicy(jsonOnly, { afterPhase: 'Sign' });
  return pipeline;
}

function queryString(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length ? `?${pairs.join('&')}` : '';
}

function accept<Answer extends z.ZodType>(
  answer: Answer,
  text: string | null | undefined,
  path: string,
): z.infer<Answer> {
  const { success, data, error } = answer.safeParse(parseJson(text));
  if (success) return data;
  throw new AppError('unreachable', `The answer to ${path} does not look as documented.`, { cause: error });
}

function parseJson(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function codeOf(text: string | null | undefined): string | undefined {
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
