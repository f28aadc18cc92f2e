import { z } from 'zod';
import type { Facts } from '../../shared/preflight/fact';
import { consentTo, type Graph } from './graph';
import { callGraph } from './graph-errors';

const Answer = z.object({ perUserMfaState: z.enum(['disabled', 'enabled', 'enforced']) });

/** The old multi-factor setting of a single user. Graph has it in beta only. */
export async function readPerUserMfa(
  graph: Graph,
  principalId: string,
  signal: AbortSignal,
): Promise<Facts['perUserMfa']> {
  const asked = {
    purpose: 'reading your per-user multi-factor setting',
    right: consentTo('Policy.Read.All'),
    signal,
  };
  const { perUserMfaState } = await callGraph(asked, (abortSignal) =>
    graph.with('Policy.Read.All')({
      path: `/beta/users/${principalId}/authentication/requirements`,
      answer: Answer,
      signal: abortSignal,
    }),
  );
  return perUserMfaState;
}
