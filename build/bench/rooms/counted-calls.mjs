import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

/**
 * Counts the calls of a pre-flight, and the longest chain of calls in which each waited for the one before. No clock is
 * part of it: a call stands one step behind the facts its gatherer was handed and the calls that had ended in it.
 *
 * A call is an HTTP request, a DNS query, a TCP connect or an X.224 exchange. Two chains side by side in one gatherer
 * can only be counted too long, never too short.
 */
export function countCalls({ gatherers, world }) {
  const gathering = new AsyncLocalStorage();
  const byKind = {};
  const stepsTo = new Map();

  const start = (kind) => {
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    const chain = gathering.getStore();
    if (!chain) return () => undefined;
    const step = chain.steps + 1;
    return () => {
      chain.steps = Math.max(chain.steps, step);
    };
  };
  const during = async (kind, call) => {
    const end = start(kind);
    try {
      return await call();
    } finally {
      end();
    }
  };

  const open = new WeakMap();
  requests.started = (request) => open.set(request, start('HTTP request'));
  requests.answered = (request) => open.get(request)?.();

  return {
    byKind,
    stepsTo,
    /** What is asked from now on is not this run's. */
    stop() {
      requests.started = () => undefined;
    },
    gatherers: gatherers.map((gatherer) => ({
      ...gatherer,
      async gather(...given) {
        const { needs = [], wants = [], fact } = gatherer;
        const chain = { steps: Math.max(0, ...[...needs, ...wants].map((other) => stepsTo.get(other) ?? 0)) };
        try {
          return await gathering.run(chain, () => gatherer.gather(...given));
        } finally {
          stepsTo.set(fact, chain.steps);
        }
      },
    })),
    world: { ...world, network: countedNetwork(world.network, during, start) },
  };
}

function countedNetwork(network, during, start) {
  return {
    resolve: (name, signal) => during('DNS query', () => network.resolve(name, signal)),
    async dial(...given) {
      const stream = await during('TCP connect', () => network.dial(...given));
      const write = stream.write.bind(stream);
      stream.write = (...data) => {
        const end = start('X.224 exchange');
        stream.prependOnceListener('data', end);
        stream.prependOnceListener('close', end);
        return write(...data);
      };
      return stream;
    },
  };
}

// Node tells of every request of this process; the count that runs now listens.
const requests = { started: () => undefined, answered: () => undefined };
subscribe('http.client.request.start', ({ request }) => requests.started(request));
subscribe('http.client.response.finish', ({ request }) => requests.answered(request));
