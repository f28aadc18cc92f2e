import { z } from 'zod';
import { type ArmCall, type ArmRoute, armError, ok } from './arm-route';
import type { DemoResponse } from './demo-http';
import { subscriptionScope } from './demo-ids';
import type { DemoState } from './demo-state';
import { KustoError } from './kusto-tokens';
import { type Answer, knownQueries } from './resource-graph-queries';
import { hasSomethingIn } from './rights';
import type { DemoAccount } from './tenant-schema';

const QueryBody = z.object({
  query: z.string(),
  subscriptions: z.array(z.string()).optional(),
  options: z
    .object({
      $top: z.int().min(1).max(1000).optional(),
      $skip: z.int().optional(),
      $skipToken: z.string().optional(),
      resultFormat: z.string().optional(),
    })
    .optional(),
});

export const resourceGraphRoutes: readonly ArmRoute[] = [
  {
    method: 'POST',
    path: '/providers/Microsoft.ResourceGraph/resources',
    action: null,
    answer,
  },
];

function answer({ account, request, state }: ArmCall): DemoResponse {
  if (state.faults.resourceGraphRefused) {
    return armError(403, 'AccessDenied', 'Access is denied to the requested resource.');
  }
  const { data: body, error } = QueryBody.safeParse(request.json());
  if (!body) return armError(400, 'BadRequest', z.prettifyError(error));
  const name = /^\s*\/\/ entra-rdp: ([\w-]+)/.exec(body.query)?.[1] ?? '';
  const query = knownQueries[name];
  if (!query) {
    return armError(400, 'BadRequest', 'The demo Azure answers only the queries this product sends.');
  }
  let found: Answer;
  try {
    found = remembered(state, account, body, () =>
      query({ state, account, query: body.query, ...within(state, account, body) }),
    );
  } catch (refused) {
    if (refused instanceof KustoError) return badQuery(refused.code, refused.message);
    throw refused;
  }
  const columns = projectedColumns(body.query);
  const start = body.options?.$skipToken ? offsetOf(body.options.$skipToken) : (body.options?.$skip ?? 0);
  const page = found.ids.slice(start, start + (body.options?.$top ?? 1000));
  const rows = page.map(found.rowOf);
  const unknown = columns.find((column) => rows[0] && !(column in rows[0]));
  if (unknown !== undefined) {
    return badQuery('SEM0100', `'project' operator: Failed to resolve scalar expression named '${unknown}'`);
  }
  const hasMore = start + page.length < found.ids.length;
  return ok(
    {
      totalRecords: found.ids.length,
      count: rows.length,
      data: rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))),
      facets: [],
      resultTruncated: 'false',
      ...(hasMore && { $skipToken: tokenFor(start + page.length) }),
    },
    { 'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05' },
  );
}

const answers = new WeakMap<DemoState, Map<string, Answer>>();

/** What the first page found is what the pages after it are cut from. */
function remembered(
  state: DemoState,
  account: DemoAccount,
  { options, query, subscriptions }: z.infer<typeof QueryBody>,
  find: () => Answer,
): Answer {
  const known = answers.get(state) ?? new Map<string, Answer>();
  answers.set(state, known);
  const key = JSON.stringify([account.objectId, query, subscriptions]);
  const before = options?.$skipToken === undefined ? undefined : known.get(key);
  const found = before ?? find();
  known.set(key, found);
  return found;
}

/** As Resource Graph refuses a query that Kusto does not understand. */
function badQuery(code: string, message: string): DemoResponse {
  return {
    status: 400,
    body: {
      error: {
        code: 'BadRequest',
        message: 'Please provide below info when asking for support: timestamp, correlationId.',
        details: [
          {
            code: 'InvalidQuery',
            message: 'Query is invalid. Please refer to the documentation for details.',
          },
          { code, message },
        ],
      },
    },
  };
}

function tokenFor(offset: number): string {
  return Buffer.from(JSON.stringify({ next: offset })).toString('base64');
}

const Token = z.object({ next: z.int().nonnegative() });

function offsetOf(token: string): number {
  try {
    return Token.parse(JSON.parse(Buffer.from(token, 'base64').toString('utf8'))).next;
  } catch {
    return 0;
  }
}

/** Columns of the last `| project` outside parentheses: `id, name, sku = tostring(…)` to `id`, `name`, `sku`. */
function projectedColumns(query: string): readonly string[] {
  const outermost = withoutParentheses(query.replace(/^\s*\/\/.*$/gm, '').replace(texts, ''));
  const clause = [...outermost.matchAll(/\|\s*project\s+([^|]+)/g)].at(-1)?.[1] ?? '';
  return clause
    .split(',')
    .map((part) => part.split('=')[0]?.trim() ?? '')
    .filter((column) => column !== '');
}

const texts = /'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*"/g;

function withoutParentheses(text: string): string {
  let depth = 0;
  return text.replace(/[()]|[^()]+/g, (part) => {
    if (part === '(') depth += 1;
    else if (part === ')') depth -= 1;
    else if (depth === 0) return part;
    return '';
  });
}

function within(state: DemoState, account: DemoAccount, { subscriptions }: z.infer<typeof QueryBody>) {
  const readable = state.tenant.subscriptions.filter(
    ({ id }) =>
      hasSomethingIn(state, account, subscriptionScope(id)) &&
      (!subscriptions?.length || subscriptions.some((one) => one.toLowerCase() === id.toLowerCase())),
  );
  const ids = new Set(readable.map(({ id }) => id.toLowerCase()));
  return { isInSubscription: (id: string) => ids.has(id.split('/')[2]?.toLowerCase() ?? '') };
}
