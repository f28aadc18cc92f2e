import { z } from 'zod';
import { consentTo, type Graph } from './graph';
import { callGraph } from './graph-errors';

const Answer = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  displayName: z.string().nullish(),
  userType: z.enum(['Member', 'Guest']).nullish().catch(null),
});

/** The signed-in user, as the tenant of the token knows them. */
export async function readMe(graph: Graph, signal: AbortSignal) {
  const asked = { purpose: 'reading your own account', right: consentTo('User.Read'), signal };
  const { id, userPrincipalName, displayName, userType } = await callGraph(asked, (abortSignal) =>
    graph.with('User.Read')({
      path: '/v1.0/me',
      query: { $select: 'id,userPrincipalName,displayName,userType' },
      answer: Answer,
      signal: abortSignal,
    }),
  );
  return {
    objectId: id,
    username: userPrincipalName,
    displayName: displayName ?? null,
    userType: userType ?? null,
  };
}
