import { z } from 'zod';
import { AppError, isAppError } from '../../shared/errors/app-error';
import type { Person } from './entra-reader';
import { consentTo, type Graph } from './graph';
import { callGraph } from './graph-errors';

const Answer = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  displayName: z.string().nullish(),
  userType: z.enum(['Member', 'Guest']).nullish().catch(null),
});

const query = { $select: 'id,userPrincipalName,displayName,userType' };

/** The signed-in user, as the tenant of the token knows them. */
export async function readMe(graph: Graph, signal: AbortSignal): Promise<Person> {
  const asked = { purpose: 'reading your own account', right: consentTo('User.Read'), signal };
  const answer = await callGraph(asked, (abortSignal) =>
    graph.with('User.Read')({ path: '/v1.0/me', query, answer: Answer, signal: abortSignal }),
  );
  return personOf(answer);
}

/** Somebody else of the tenant. @throws AppError `not-found` with the name. */
export async function readUser(graph: Graph, username: string, signal: AbortSignal): Promise<Person> {
  const asked = {
    purpose: `reading the account ${username}`,
    right: consentTo('User.ReadBasic.All'),
    signal,
  };
  try {
    const answer = await callGraph(asked, (abortSignal) =>
      graph.with('User.ReadBasic.All')({
        path: `/v1.0/users/${encodeURIComponent(username)}`,
        query,
        answer: Answer,
        signal: abortSignal,
      }),
    );
    return personOf(answer);
  } catch (cause) {
    if (!isAppError(cause) || cause.code !== 'not-found') throw cause;
    throw new AppError(
      'not-found',
      `Nobody in this tenant is called ${username}. Give the whole user name, as in lin@contoso.com.`,
      { cause },
    );
  }
}

function personOf({ id, userPrincipalName, displayName, userType }: z.infer<typeof Answer>): Person {
  return {
    objectId: id,
    username: userPrincipalName,
    displayName: displayName ?? null,
    userType: userType ?? null,
  };
}
