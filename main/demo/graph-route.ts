import { randomUUID } from 'node:crypto';
import type { DemoRequest, DemoResponse } from './demo-http';
import type { DemoState, VerifiedToken } from './demo-state';

export interface GraphCall {
  readonly state: DemoState;
  readonly request: DemoRequest;
  readonly caller: VerifiedToken;
  /** `v1.0` or `beta`. */
  readonly version: string;
  readonly named: Readonly<Record<string, string | undefined>>;
}

export interface GraphRoute {
  readonly method: string;
  /** The path after the version. */
  readonly path: RegExp;
  /** Any of these delegated permissions will do. */
  readonly permissions: readonly string[];
  /** Directory roles that may ask, where a permission alone is not enough. */
  readonly rolesFor?: readonly string[];
  readonly answer: (call: GraphCall) => DemoResponse;
}

export function graphError(status: number, code: string, message: string): DemoResponse {
  const id = randomUUID();
  return {
    status,
    body: {
      error: {
        code,
        message,
        innerError: { date: new Date().toISOString(), 'request-id': id, 'client-request-id': id },
      },
    },
  };
}

/** One object, with only the fields `$select` names where it is given. */
export function selected(
  { request }: GraphCall,
  whole: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const wanted = request.url.searchParams
    .get('$select')
    ?.split(',')
    .map((field) => field.trim());
  if (!wanted?.length) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([field]) => wanted.includes(field)));
}

/** A collection, at most `$top` of it, with `@odata.count` where it was asked for. */
export function collection<T>(
  call: GraphCall,
  name: string,
  all: readonly T[],
  json: (one: T) => readonly Readonly<Record<string, unknown>>[],
): DemoResponse {
  const { searchParams } = call.request.url;
  const top = Number(searchParams.get('$top') ?? 100);
  const start = Number(searchParams.get('$skiptoken') ?? 0);
  const hasMore = start + top < all.length;
  return {
    status: 200,
    body: {
      '@odata.context': `${call.state.origins.graph}/${call.version}/$metadata#${name}`,
      ...(searchParams.get('$count') === 'true' && { '@odata.count': all.length }),
      ...(hasMore && { '@odata.nextLink': nextLink(call, start + top) }),
      value: all
        .slice(start, start + top)
        .flatMap(json)
        .map((one) => selected(call, one)),
    },
  };
}

function nextLink({ request: { url }, state }: GraphCall, start: number): string {
  const query = url.search.replace(/[?&]\$skiptoken=\d+/i, '') || '?';
  return `${state.origins.graph}${url.pathname}${query}&$skiptoken=${start}`;
}

/** The text of an OData literal: quotes inside it are doubled. */
export function literal(quoted: string): string {
  return quoted.replaceAll("''", "'");
}
