import type { DemoRequest, DemoResponse } from './demo-http';
import type { DemoState } from './demo-state';
import type { DemoAccount } from './tenant-schema';

/** One call of Azure Resource Manager, once its caller is known and its route was found. */
export interface ArmCall {
  readonly state: DemoState;
  readonly request: DemoRequest;
  readonly account: DemoAccount;
  /** The variable parts of the route's path, as they were asked for. */
  readonly named: Readonly<Record<string, string>>;
}

export interface ArmRoute {
  readonly method: string;
  /** `/subscriptions/{subscription}/…`; `{scope}` stands for any resource, or none. */
  readonly path: string;
  /** The action it takes at `scope`; null where the answer itself holds only what the caller may see. */
  readonly action: string | null;
  /** Left out: the path before its last `/providers/Microsoft.Authorization`, else the whole path. */
  readonly scope?: (call: ArmCall) => string;
  readonly answer: (call: ArmCall) => DemoResponse;
}

export interface CompiledRoute extends ArmRoute {
  readonly match: (request: DemoRequest) => Readonly<Record<string, string>> | null;
}

export function compileRoutes(routes: readonly ArmRoute[]): readonly CompiledRoute[] {
  return routes.map((route) => {
    const source = route.path
      .replaceAll('.', '\\.')
      .replace(/\{(\w+)\}/g, (_, name: string) => (name === 'scope' ? '(?<scope>.*)' : `(?<${name}>[^/]+)`));
    const pattern = new RegExp(`^${source}$`, 'i');
    return {
      ...route,
      match: ({ method, path }) =>
        method === route.method ? (pattern.exec(path)?.groups ?? (pattern.test(path) ? {} : null)) : null,
    };
  });
}

export function ok(body: object, headers?: Record<string, string>): DemoResponse {
  return { status: 200, body, ...(headers && { headers }) };
}

const pageSize = 1000;

/** One page of a list, and the link to the next; only what is on the page is made. */
export function pageOf<T>(
  { request, state }: Pick<ArmCall, 'request' | 'state'>,
  all: readonly T[],
  json: (one: T) => readonly object[],
): DemoResponse {
  const { pathname, search, searchParams } = request.url;
  const start = Number(searchParams.get('$skiptoken') ?? 0);
  const rest = search.replace(/[?&]\$skiptoken=\d+/i, '');
  const nextLink = `${state.origins.arm}${pathname}${rest}&$skiptoken=${start + pageSize}`;
  return ok({
    value: all.slice(start, start + pageSize).flatMap(json),
    ...(start + pageSize < all.length && { nextLink }),
  });
}

export function armError(
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): DemoResponse {
  return { status, body: { error: { code, message } }, ...(headers && { headers }) };
}

export function notAuthorized(account: DemoAccount, action: string, scope: string): DemoResponse {
  return armError(
    403,
    'AuthorizationFailed',
    `The client '${account.username}' with object id '${account.objectId}' does not have authorization to perform action '${action}' over scope '${scope || '/'}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

/** `type` and `name` of the resource that is not there, its group taken from the path. */
export function resourceNotFound({ path }: DemoRequest): DemoResponse {
  const group = /\/resourceGroups\/([^/]+)/i.exec(path)?.[1] ?? '';
  const resource = /\/providers\/(.+)$/i.exec(path)?.[1] ?? path;
  return armError(
    404,
    'ResourceNotFound',
    `The Resource '${resource}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}
