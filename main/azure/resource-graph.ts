import type { QueryResponse } from '@azure/arm-resourcegraph';
import { z } from 'zod';
import type { AppError } from '../../shared/errors/app-error';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import type { CallPurpose } from './explain-failure';

export type Row = Readonly<Record<string, unknown>>;

export interface RowPage {
  readonly rows: readonly Row[];
  /** Rows of all pages together, as Resource Graph counts them. */
  readonly total: number;
  /** More subscriptions are readable than one query covers: some were left out. */
  readonly isCutOff: boolean;
}

/**
 * The pages of a query over every subscription of the tenant, 1,000 rows each.
 *
 * The SDK has no iterator for these. The next page is asked for before the last one is handed on, so that
 * reading never waits for whatever is done with the rows. A consumer that stops early drops one page.
 */
export async function* queryPages(
  arm: Arm,
  asked: CallPurpose,
  query: string,
  explainBadQuery?: ExplainBadQuery,
): AsyncGenerator<RowPage> {
  let coming: Promise<Answer> | null = ask(arm, asked, query, undefined, explainBadQuery);
  while (coming) {
    const { page, skipToken }: Answer = await coming;
    coming = skipToken === undefined ? null : ask(arm, asked, query, skipToken, explainBadQuery);
    // Its failure is told when it is awaited, which a consumer that stops never does.
    coming?.catch(() => undefined);
    yield page;
  }
}

/** All rows of a query that is known to be short. */
export async function queryRows(arm: Arm, asked: CallPurpose, query: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of queryPages(arm, asked, query)) rows.push(...page.rows);
  return rows;
}

interface Answer {
  readonly page: RowPage;
  readonly skipToken: string | undefined;
}

async function ask(
  arm: Arm,
  asked: CallPurpose,
  query: string,
  skipToken: string | undefined,
  explainBadQuery?: ExplainBadQuery,
): Promise<Answer> {
  let isCutOff = false;
  const response = await callArm(asked, async (abortSignal) => {
    const client = await arm.resourceGraph();
    const answer = client.resources(
      {
        query,
        options: { resultFormat: 'objectArray', top: 1000, ...(skipToken !== undefined && { skipToken }) },
      },
      {
        abortSignal,
        onResponse: ({ headers }) => {
          isCutOff = headers.get('x-ms-tenant-subscription-limit-hit')?.toLowerCase() === 'true';
        },
      },
    );
    return answer.catch((error: unknown) => {
      throw (explainBadQuery && badQuery(error, explainBadQuery)) ?? error;
    });
  });
  const page = { rows: rowsOf(response), total: response.totalRecords, isCutOff };
  return { page, skipToken: response.skipToken === '' ? undefined : response.skipToken };
}

/** What Resource Graph said of a query that a person wrote a part of, as the error they are told. */
export type ExplainBadQuery = (said: string) => AppError;

const BadRequest = z.object({
  statusCode: z.literal(400),
  details: z.object({
    error: z.object({ details: z.array(z.object({ code: z.string(), message: z.string() })).default([]) }),
  }),
});

// The first detail only says that there are details.
function badQuery(error: unknown, explain: ExplainBadQuery): AppError | null {
  const { data } = BadRequest.safeParse(error);
  if (!data) return null;
  const said = data.details.error.details.filter(({ code }) => code !== 'InvalidQuery');
  return explain(said.map(({ message }) => message).join(' ') || 'It is not valid.');
}

function rowsOf({ data }: QueryResponse): readonly Row[] {
  return Array.isArray(data) ? data.filter(isRow) : [];
}

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** A column's text; null for none and for the empty string Kusto makes of it. */
export function textIn(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A column's list of texts, without the empty ones; null where there is no list. */
export function textsIn(row: Row, column: string): string[] | null {
  const value = row[column];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '') : null;
}
