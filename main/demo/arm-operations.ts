import { randomUUID } from 'node:crypto';
import { type ArmCall, type ArmRoute, armError, ok } from './arm-route';
import type { DemoOperation } from './demo-state';

/** How often a long-running operation answers that it is still running. */
const pollsBeforeDone = 2;

/** Starts a long-running operation; the answer carries where to ask about it. */
export function startOperation(
  { state, request }: ArmCall,
  subscriptionId: string,
  complete: DemoOperation['complete'],
): Record<string, string> {
  const id = randomUUID();
  state.operations.set(id, {
    id,
    startedAt: new Date().toISOString(),
    pollsLeft: pollsBeforeDone,
    complete,
  });
  const version = request.url.searchParams.get('api-version') ?? '2024-07-01';
  const where = `${state.origins.arm}/subscriptions/${subscriptionId}/providers/Microsoft.Compute/locations/westeurope/operations/${id}?api-version=${version}`;
  return { 'azure-asyncoperation': where, location: `${where}&monitor=true`, 'retry-after': '0' };
}

export const operationRoutes: readonly ArmRoute[] = [
  {
    method: 'GET',
    path: '/subscriptions/{subscription}/providers/Microsoft.Compute/locations/{location}/operations/{operation}',
    action: null,
    answer: ({ state, named, request }) => {
      const operation = state.operations.get(named.operation ?? '');
      if (!operation) return armError(404, 'NotFound', 'There is no such operation.');
      const outcome = poll(operation);
      if (request.url.searchParams.has('monitor')) {
        if (!outcome) return { status: 202, headers: { 'retry-after': '0' } };
        return outcome.body ? ok(outcome.body) : { status: 200 };
      }
      const { body: _, ...told } = outcome ?? {};
      return ok(
        {
          name: operation.id,
          startTime: operation.startedAt,
          ...(outcome ? { endTime: new Date().toISOString(), ...told } : { status: 'InProgress' }),
        },
        outcome ? undefined : { 'retry-after': '0' },
      );
    },
  },
];

function poll(operation: DemoOperation): DemoOperation['outcome'] {
  if (operation.outcome) return operation.outcome;
  operation.pollsLeft -= 1;
  if (operation.pollsLeft < 0) operation.outcome = operation.complete();
  return operation.outcome;
}
